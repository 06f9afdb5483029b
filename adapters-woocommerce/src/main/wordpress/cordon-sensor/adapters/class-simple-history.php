<?php
/**
 * Simple History.
 *
 * Read from its hook simple_history/log/inserted( $context, $data, $logger ) as of version 2.5 to 5.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * Takes what our own listeners do not see: exports, and what other plugins log as critical. Its
 * addresses lack their last part unless a store said otherwise, and are marked so.
 */
final class Simple_History {

	const VERSION = 'simple-history/1';

	const KNOWN = array(
		'SimpleExportLogger/created_export' => array( 'export_created', 'medium' ),
		'SimpleHistoryLogger/cleared_log'   => array( 'activity_log_purged', 'high' ),
	);

	const URGENT = array( 'emergency', 'alert', 'critical' );

	public static function listen(): void {
		add_action( 'simple_history/log/inserted', array( self::class, 'heard' ), 10, 2 );
	}

	/**
	 * @param array<string,mixed> $context
	 * @param array<string,mixed> $data
	 */
	public static function heard( $context, $data = array() ): void {
		$context = (array) $context;
		$data    = (array) $data;
		$key     = isset( $context['_message_key'] ) ? (string) $context['_message_key'] : '';
		$name    = ( isset( $data['logger'] ) ? (string) $data['logger'] : '' ) . '/' . $key;
		$level   = isset( $data['level'] ) ? (string) $data['level'] : '';
		$known   = isset( self::KNOWN[ $name ] ) ? self::KNOWN[ $name ] : null;
		if ( null === $known && in_array( $level, self::URGENT, true ) ) {
			$known = array( 'activity_critical', 'high' );
		}
		if ( null === $known ) {
			return;
		}
		$more    = array(
			'severity'      => $known[1],
			'status_detail' => Event::code( $name ),
			'metadata'      => array( 'product' => array( 'name' => 'simple-history', 'version' => self::VERSION ) ),
		);
		$address = Address::checked( isset( $context['_server_remote_addr'] ) ? (string) $context['_server_remote_addr'] : '' );
		if ( '' !== $address ) {
			$more['src_endpoint'] = array( 'ip' => $address );
			if ( apply_filters( 'simple_history/privacy/anonymize_ip_address', true ) ) {
				$more['unmapped'] = array( 'address' => 'anonymised_at_source' );
			}
		}
		if ( isset( $context['_user_login'] ) && is_string( $context['_user_login'] ) ) {
			$more['actor'] = array( 'user' => array( 'name' => Event::login_name( $context['_user_login'] ) ) );
		}
		Event::record( $known[0], Queue::HIGH, $more );
	}
}
