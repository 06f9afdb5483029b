<?php
/**
 * What Cordon may ask for.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Each action answers what it read back after it was done, not what it meant to do. */
final class Actions {

	const ALL = array(
		'status',
		'sessions',
		'end_sessions',
		'revoke_application_passwords',
		'list_rest_keys',
		'revoke_rest_key',
		'deactivate_plugin',
		'maintenance',
		'hashes',
		'inventory_files',
	);

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	public static function run( string $command, array $given ) {
		return in_array( $command, self::ALL, true )
			? call_user_func( array( self::class, $command ), $given )
			: self::refused( 'cordon_sensor_command', 'This version of the sensor does not know the command.' );
	}

	/** @return array<string,mixed> */
	private static function status(): array {
		$state = State::read();
		return array(
			'version'     => VERSION,
			'wordpress'   => get_bloginfo( 'version' ),
			'php'         => PHP_VERSION,
			'woocommerce' => defined( 'WC_VERSION' ) ? (string) WC_VERSION : null,
			'time'        => Clock::text( Clock::now() ),
			'queue'       => Queue::depth(),
			'run'         => (string) $state['run'],
			'sequence'    => (int) $state['sequence'],
			'failures'    => (int) $state['failures'],
			'delivered'   => $state['delivered'] > 0 ? Clock::text( (float) $state['delivered'] ) : null,
			'maintenance' => Maintenance::is_on(),
			'at_home'     => State::is_at_home(),
		);
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>
	 */
	private static function sessions( array $given ): array {
		return Sessions::within(
			(int) strtotime( self::text( $given, 'after' ) ),
			(int) strtotime( self::text( $given, 'before' ) ),
			max( 1, self::number( $given, 'page' ) ),
			min( 100, max( 1, self::number( $given, 'per_page' ) ) )
		);
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function end_sessions( array $given ) {
		$user = get_userdata( self::number( $given, 'user' ) );
		if ( ! $user ) {
			return self::nobody();
		}
		$sessions = \WP_Session_Tokens::get_instance( $user->ID );
		$before   = count( $sessions->get_all() );
		$sessions->destroy_all();
		return self::done( $before, count( \WP_Session_Tokens::get_instance( $user->ID )->get_all() ) );
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function revoke_application_passwords( array $given ) {
		$user = get_userdata( self::number( $given, 'user' ) );
		if ( ! $user ) {
			return self::nobody();
		}
		$before = count( \WP_Application_Passwords::get_user_application_passwords( $user->ID ) );
		\WP_Application_Passwords::delete_all_application_passwords( $user->ID );
		wp_cache_delete( $user->ID, 'user_meta' );
		return self::done( $before, count( \WP_Application_Passwords::get_user_application_passwords( $user->ID ) ) );
	}

	/** @return array<string,mixed>|\WP_Error */
	private static function list_rest_keys() {
		$known = Census::keys();
		if ( null === $known ) {
			return self::refused( 'cordon_sensor_database', 'The database does not say which keys there are.' );
		}
		$keys = array();
		foreach ( $known as $id => $key ) {
			$keys[] = array(
				'id'          => $id,
				'user'        => $key['user'],
				'login'       => $key['login'],
				'permissions' => $key['permissions'],
				'end'         => $key['end'],
			);
		}
		return array( 'keys' => $keys );
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function revoke_rest_key( array $given ) {
		global $wpdb;
		$id    = self::number( $given, 'key' );
		$known = Census::keys();
		if ( null === $known ) {
			return self::refused( 'cordon_sensor_database', 'The database does not say which keys there are.' );
		}
		$before = isset( $known[ $id ] ) ? 1 : 0;
		$shown  = $wpdb->suppress_errors( true );
		$wpdb->delete( $wpdb->prefix . 'woocommerce_api_keys', array( 'key_id' => $id ), array( '%d' ) );
		$wpdb->suppress_errors( $shown );
		$after = Census::keys();
		$left  = null === $after || isset( $after[ $id ] ) ? 1 : 0;
		Census::take();
		return self::done( $before, $left );
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function deactivate_plugin( array $given ) {
		require_once ABSPATH . 'wp-admin/includes/plugin.php';
		$plugin = self::text( $given, 'plugin' );
		if ( 0 !== validate_file( $plugin ) || ! isset( get_plugins()[ $plugin ] ) ) {
			return self::refused( 'cordon_sensor_plugin', 'No plugin of that name is installed.' );
		}
		if ( plugin_basename( FILE ) === $plugin ) {
			return self::refused( 'cordon_sensor_itself', 'The sensor does not switch itself off.' );
		}
		$before = is_plugin_active( $plugin ) ? 1 : 0;
		deactivate_plugins( $plugin );
		wp_cache_delete( 'alloptions', 'options' );
		return self::done( $before, is_plugin_active( $plugin ) ? 1 : 0 );
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>
	 */
	private static function maintenance( array $given ): array {
		Maintenance::set( ! empty( $given['on'] ) );
		wp_cache_delete( 'alloptions', 'options' );
		return array( 'on' => Maintenance::is_on() );
	}

	/**
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function hashes( array $given ) {
		return Hashes::page(
			self::text( $given, 'folder' ),
			self::text( $given, 'after' ),
			min( 1000, max( 1, self::number( $given, 'limit' ) ) )
		);
	}

	/**
	 * What a web server may run or obey, and what belongs to it.
	 *
	 * @param array<string,mixed> $given
	 * @return array<string,mixed>|\WP_Error
	 */
	private static function inventory_files( array $given ) {
		return Hashes::page(
			'',
			self::text( $given, 'after' ),
			min( 1000, max( 1, self::number( $given, 'limit' ) ) ),
			array( Listed::class, 'is' )
		);
	}

	/** @return array{before:int,left:int} */
	private static function done( int $before, int $left ): array {
		return array(
			'before' => $before,
			'left'   => $left,
		);
	}

	private static function nobody(): \WP_Error {
		return self::refused( 'cordon_sensor_user', 'No user has that number.' );
	}

	private static function refused( string $code, string $why ): \WP_Error {
		return new \WP_Error( $code, $why, array( 'status' => 422 ) );
	}

	/** @param array<string,mixed> $given */
	private static function text( array $given, string $name ): string {
		return isset( $given[ $name ] ) && is_string( $given[ $name ] ) ? $given[ $name ] : '';
	}

	/** @param array<string,mixed> $given */
	private static function number( array $given, string $name ): int {
		return isset( $given[ $name ] ) && is_numeric( $given[ $name ] ) ? (int) $given[ $name ] : 0;
	}
}
