<?php
/**
 * Wordfence Security.
 *
 * Read from its hook wordfence_security_event( $event, $data ) as of Wordfence 7 and 8.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Takes what our own listeners do not see: who was shut out, and that the firewall was switched off. */
final class Wordfence {

	const VERSION = 'wordfence/1';

	const KNOWN = array(
		'loginLockout'         => array( 'lockout', 'medium' ),
		'breachLogin'          => array( 'lockout', 'high' ),
		'block'                => array( 'attack_blocked', 'medium' ),
		'throttle'             => array( 'attack_throttled', 'low' ),
		'increasedAttackRate'  => array( 'attack_rate_increased', 'medium' ),
		'wafDeactivated'       => array( 'plugin_deactivated', 'high' ),
		'wordfenceDeactivated' => array( 'plugin_deactivated', 'high' ),
	);

	public static function listen(): void {
		add_action( 'wordfence_security_event', array( self::class, 'heard' ), 10, 2 );
	}

	/**
	 * @param string              $event
	 * @param array<string,mixed> $data
	 */
	public static function heard( $event, $data = array() ): void {
		if ( ! is_string( $event ) || ! isset( self::KNOWN[ $event ] ) ) {
			return;
		}
		list( $activity, $severity ) = self::KNOWN[ $event ];
		$data = (array) $data;
		$more = array(
			'severity'      => $severity,
			'status_detail' => $event,
			'metadata'      => array( 'product' => array( 'name' => 'wordfence', 'version' => self::VERSION ) ),
		);
		if ( 'plugin_deactivated' === $activity ) {
			$more['resource'] = array( 'name' => 'wafDeactivated' === $event ? 'wordfence firewall' : 'wordfence' );
		}
		$address = Address::checked( isset( $data['ip'] ) ? (string) $data['ip'] : '' );
		if ( '' !== $address ) {
			$more['src_endpoint'] = array( 'ip' => $address );
		}
		if ( isset( $data['username'] ) && is_string( $data['username'] ) ) {
			$more['user'] = Event::account( $data['username'] );
		}
		Event::record( $activity, 'low' === $severity ? Queue::LOW : Queue::HIGH, $more );
	}
}
