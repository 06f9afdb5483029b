<?php
/**
 * The door for Cordon's commands.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Takes a command that is signed, of now, and new; every other request is nobody's. */
final class Commands {

	const ROUTES  = 'cordon-sensor/v1';
	const LARGEST = 16384;

	public static function listen(): void {
		add_action( 'rest_api_init', array( self::class, 'routes' ) );
	}

	public static function routes(): void {
		register_rest_route(
			self::ROUTES,
			'/command',
			array(
				'methods'             => 'POST',
				'callback'            => array( self::class, 'obey' ),
				'permission_callback' => array( self::class, 'is_cordon' ),
			)
		);
		register_rest_route(
			self::ROUTES,
			'/sessions',
			array(
				'methods'             => 'GET',
				'callback'            => array( self::class, 'sessions' ),
				'permission_callback' => static function () {
					return current_user_can( 'list_users' );
				},
			)
		);
	}

	private static function table(): string {
		global $wpdb;
		return $wpdb->prefix . 'cordon_sensor_nonces';
	}

	public static function create(): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$table   = self::table();
		$collate = $wpdb->get_charset_collate();
		dbDelta(
			"CREATE TABLE $table (
				nonce char(64) NOT NULL,
				seen bigint(20) unsigned NOT NULL,
				PRIMARY KEY  (nonce),
				KEY seen (seen)
			) $collate;"
		);
	}

	/** A nonce is remembered for longer than its time is accepted. */
	public static function forget_old(): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				'DELETE FROM ' . self::table() . ' WHERE seen < %d',
				(int) Clock::now() - 3 * Signature::WINDOW
			)
		);
	}

	/**
	 * @param \WP_REST_Request $request
	 * @return true|\WP_Error
	 */
	public static function is_cordon( $request ) {
		$body  = $request->get_body();
		$at    = (string) $request->get_header( 'cordon_timestamp' );
		$nonce = (string) $request->get_header( 'cordon_nonce' );
		$given = (string) $request->get_header( 'cordon_signature' );
		if ( ! Settings::complete() || strlen( $body ) > self::LARGEST
			|| ! preg_match( '/^[0-9]{1,12}$/', $at ) || ! preg_match( '/^[0-9a-f]{32,64}$/', $nonce )
			|| ! Signature::fits_command( $given, $at, $nonce, $body ) ) {
			return self::refused( 'signature', 'The signature does not fit. Nothing was done.' );
		}
		if ( abs( Clock::now() - (int) $at ) > Signature::WINDOW ) {
			return self::refused( 'time', 'It was signed at another time. Nothing was done. Compare the clocks.', array( 'time' => (int) Clock::now() ) );
		}
		return self::is_new( $nonce ) ? true : self::refused( 'replay', 'It came before. Nothing was done.' );
	}

	/**
	 * @param \WP_REST_Request $request
	 * @return array<string,mixed>|\WP_Error
	 */
	public static function obey( $request ) {
		$asked   = json_decode( $request->get_body(), true );
		$command = is_array( $asked ) && isset( $asked['command'] ) ? (string) $asked['command'] : '';
		$given   = is_array( $asked ) && isset( $asked['arguments'] ) ? (array) $asked['arguments'] : array();
		nocache_headers();
		return Actions::run( $command, $given );
	}

	/**
	 * The same for an administrator's application password, where Cordon has no sensor's secret.
	 *
	 * @param \WP_REST_Request $request
	 * @return \WP_REST_Response
	 */
	public static function sessions( $request ) {
		$per   = min( 100, max( 1, (int) $request['per_page'] ) );
		$found = Sessions::within(
			(int) strtotime( (string) $request['after'] ),
			(int) strtotime( (string) $request['before'] ),
			max( 1, (int) $request['page'] ),
			$per
		);
		return new \WP_REST_Response(
			$found['sessions'],
			200,
			array(
				'X-WP-Total'      => (string) $found['total'],
				'X-WP-TotalPages' => (string) ceil( $found['total'] / $per ),
			)
		);
	}

	private static function is_new( string $nonce ): bool {
		global $wpdb;
		$shown = $wpdb->suppress_errors( true );
		$added = $wpdb->query(
			$wpdb->prepare(
				'INSERT IGNORE INTO ' . self::table() . ' (nonce, seen) VALUES (%s, %d)',
				$nonce,
				(int) Clock::now()
			)
		);
		$wpdb->suppress_errors( $shown );
		return 1 === $added;
	}

	/** @param array<string,int> $more */
	private static function refused( string $code, string $why, array $more = array() ): \WP_Error {
		return new \WP_Error( 'cordon_sensor_' . $code, $why, array( 'status' => 401 ) + $more );
	}
}
