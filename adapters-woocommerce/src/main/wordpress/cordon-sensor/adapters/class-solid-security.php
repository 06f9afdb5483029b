<?php
/**
 * Solid Security, formerly iThemes Security.
 *
 * Read from its hook itsec_log_add( $entry, $id, $kind ) as of version 7 to 9.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Takes what our own listeners do not see: lock-outs, and what its scans find. */
final class Solid_Security {

	const VERSION = 'solid-security/1';

	/** By module and the beginning of the code, which says more behind two colons. */
	const KNOWN = array(
		'lockout/host-lockout'            => array( 'host_lockout', 'medium' ),
		'lockout/user-lockout'            => array( 'user_lockout', 'medium' ),
		'lockout/username-lockout'        => array( 'user_lockout', 'medium' ),
		'lockout/host-triggered-blacklist' => array( 'attack_blocked', 'medium' ),
		'ipcheck/failed-login-by-blocked-ip' => array( 'attack_blocked', 'medium' ),
		'file_change/changes-found'       => array( 'file_changed', 'high' ),
		'malware/scan-failure-client-error' => array( 'malware_scan_failed', 'low' ),
		'malware/malware'                 => array( 'malware_found', 'critical' ),
		'site-scanner/scan'               => array( 'malware_found', 'critical' ),
	);

	public static function listen(): void {
		add_action( 'itsec_log_add', array( self::class, 'heard' ), 10, 1 );
	}

	/** @param array<string,mixed> $entry */
	public static function heard( $entry ): void {
		if ( ! is_array( $entry ) || ! isset( $entry['module'], $entry['code'] ) ) {
			return;
		}
		$code = explode( '::', (string) $entry['code'] );
		$name = $entry['module'] . '/' . $code[0];
		$type = isset( $entry['type'] ) ? (string) $entry['type'] : '';
		if ( ! isset( self::KNOWN[ $name ] )
			// A scan that found nothing is logged by the same code as a notice.
			|| ( 'site-scanner/scan' === $name && ! in_array( $type, array( 'critical-issue', 'warning' ), true ) ) ) {
			return;
		}
		list( $activity, $severity ) = self::KNOWN[ $name ];
		$more    = array(
			'severity'      => $severity,
			'status_detail' => Event::code( str_replace( ' ', '_', $name ) ),
			'metadata'      => array( 'product' => array( 'name' => 'solid-security', 'version' => self::VERSION ) ),
		);
		$address = Address::checked( isset( $entry['remote_ip'] ) ? (string) $entry['remote_ip'] : '' );
		if ( '' !== $address ) {
			$more['src_endpoint'] = array( 'ip' => $address );
		}
		Event::record( $activity, 'low' === $severity ? Queue::LOW : Queue::HIGH, $more );
	}
}
