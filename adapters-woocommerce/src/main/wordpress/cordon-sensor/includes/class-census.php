<?php
/**
 * Who may do everything.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * Administrators and REST keys, counted every minute: whoever writes them into the database
 * directly passes every hook, and so does WooCommerce with its keys.
 */
final class Census {

	const OPTION = 'cordon_sensor_census';

	/** Tells of what came since the last time; the first time only remembers. */
	public static function take(): void {
		State::alone(
			'census',
			static function () {
				$known  = State::kept( self::OPTION );
				$admins = self::admins();
				$keys   = self::keys();
				if ( null === $admins || null === $keys ) {
					return; // what cannot be read is neither gone nor new
				}
				if ( isset( $known['admins'] ) ) {
					foreach ( array_diff_key( $admins, $known['admins'] ) as $id => $login ) {
						Event::record(
							'role_changed',
							Queue::HIGH,
							array(
								'user'          => Event::account( $login, (int) $id ),
								'status_detail' => 'administrator',
								'unmapped'      => array( 'found_by' => 'census' ),
							)
						);
					}
				}
				if ( isset( $known['keys'] ) ) {
					self::tell_of_keys( array_diff_key( $keys, $known['keys'] ), 'api_key_created' );
					self::tell_of_keys( array_diff_key( $known['keys'], $keys ), 'api_key_removed' );
				}
				$now = array(
					'admins' => $admins,
					'keys'   => $keys,
				);
				if ( $now !== $known ) {
					State::keep( self::OPTION, $now );
				}
			}
		);
	}

	/** Somebody was told of already. */
	public static function knows_admin( int $id, string $login ): void {
		$known = State::kept( self::OPTION );
		if ( isset( $known['admins'] ) ) {
			$known['admins'][ $id ] = $login;
			State::keep( self::OPTION, $known );
		}
	}

	/** @param array<int,array<string,mixed>> $keys */
	private static function tell_of_keys( array $keys, string $activity ): void {
		foreach ( $keys as $id => $key ) {
			Event::record(
				$activity,
				Queue::HIGH,
				array(
					'user'          => Event::account( (string) $key['login'], (int) $key['user'] ),
					'status_detail' => (string) $key['permissions'],
					'resource'      => array( 'name' => 'REST key ' . (int) $id . ' …' . $key['end'] ),
				)
			);
		}
	}

	/** @return ?array<int,string> login names by id; null if the database does not say */
	private static function admins(): ?array {
		global $wpdb;
		$found = array();
		$rows  = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT u.ID, u.user_login FROM {$wpdb->users} u JOIN {$wpdb->usermeta} m ON m.user_id = u.ID
				WHERE m.meta_key = %s AND m.meta_value LIKE %s ORDER BY u.ID LIMIT 1000",
				$wpdb->get_blog_prefix() . 'capabilities',
				'%' . $wpdb->esc_like( '"administrator"' ) . '%'
			)
		);
		if ( '' !== (string) $wpdb->last_error ) {
			return null;
		}
		foreach ( (array) $rows as $row ) {
			$found[ (int) $row->ID ] = $row->user_login;
		}
		return $found;
	}

	/** @return ?array<int,array<string,mixed>> by id; null if the database does not say */
	public static function keys(): ?array {
		global $wpdb;
		$table = $wpdb->prefix . 'woocommerce_api_keys';
		$shown = $wpdb->suppress_errors( true );
		$rows  = $wpdb->get_results(
			"SELECT k.key_id, k.user_id, k.permissions, k.truncated_key, u.user_login
			FROM $table k LEFT JOIN {$wpdb->users} u ON u.ID = k.user_id ORDER BY k.key_id LIMIT 1000"
		);
		$failed = '' !== (string) $wpdb->last_error;
		$wpdb->suppress_errors( $shown );
		if ( $failed ) {
			return self::has( $table ) ? null : array();
		}
		$found = array();
		foreach ( (array) $rows as $row ) {
			$found[ (int) $row->key_id ] = array(
				'user'        => (int) $row->user_id,
				'login'       => (string) $row->user_login,
				'permissions' => (string) $row->permissions,
				'end'         => (string) $row->truncated_key,
			);
		}
		return $found;
	}

	/** Whether WooCommerce has its table; true if the database does not say. */
	private static function has( string $table ): bool {
		global $wpdb;
		$found = $wpdb->get_var( $wpdb->prepare( 'SHOW TABLES LIKE %s', $wpdb->esc_like( $table ) ) );
		return '' !== (string) $wpdb->last_error || $table === $found;
	}
}
