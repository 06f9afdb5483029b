<?php
/**
 * WP Activity Log.
 *
 * Read from its hook wsal_logged_alert( $occurrence, $code, $data, ... ) as of version 3 to 5.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Takes what our own listeners do not see: changed files, blocked logins, a log that was emptied. */
final class Wp_Activity_Log {

	const VERSION = 'wp-activity-log/1';

	const KNOWN = array(
		1004 => array( 'lockout', 'medium' ),
		6028 => array( 'file_changed', 'high' ),
		6029 => array( 'file_added', 'medium' ),
		6030 => array( 'file_removed', 'medium' ),
		6034 => array( 'activity_log_purged', 'high' ),
	);

	public static function listen(): void {
		add_action( 'wsal_logged_alert', array( self::class, 'heard' ), 10, 3 );
	}

	/**
	 * @param mixed               $occurrence unused; since version 4.4 null
	 * @param int|string          $code
	 * @param array<string,mixed> $data
	 */
	public static function heard( $occurrence, $code = 0, $data = array() ): void {
		if ( ! is_numeric( $code ) || ! isset( self::KNOWN[ (int) $code ] ) ) {
			return;
		}
		list( $activity, $severity ) = self::KNOWN[ (int) $code ];
		$data = (array) $data;
		$more = array(
			'severity'      => $severity,
			'status_detail' => 'wsal ' . (int) $code,
			'metadata'      => array( 'product' => array( 'name' => 'wp-activity-log', 'version' => self::VERSION ) ),
		);
		$file = isset( $data['FileLocation'] ) && is_string( $data['FileLocation'] ) ? $data['FileLocation'] : '';
		if ( '' !== $file ) {
			$more['file'] = array( 'path' => str_replace( ABSPATH, '', $file ) );
		}
		$address = Address::checked( isset( $data['ClientIP'] ) ? (string) $data['ClientIP'] : '' );
		if ( '' !== $address ) {
			$more['src_endpoint'] = array( 'ip' => $address );
		}
		if ( isset( $data['Username'] ) && is_string( $data['Username'] ) ) {
			$more['user'] = Event::account( $data['Username'] );
		}
		Event::record( $activity, Queue::HIGH, $more );
	}
}
