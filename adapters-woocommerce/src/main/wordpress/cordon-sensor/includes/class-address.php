<?php
/**
 * Where a request came from.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** The client's network address as PHP sees it. */
final class Address {

	/** Empty where there is no client: WP-Cron, WP-CLI. */
	public static function of_client(): string {
		$seen = isset( $_SERVER['REMOTE_ADDR'] ) && ! wp_doing_cron()
			? sanitize_text_field( wp_unslash( $_SERVER['REMOTE_ADDR'] ) )
			: '';
		/**
		 * Filters the client's address, for stores behind a proxy that does not restore it.
		 *
		 * @param string $seen
		 */
		return self::checked( (string) apply_filters( 'cordon_sensor_address', $seen ) );
	}

	/** The same if it is an address, else nothing. */
	public static function checked( string $address ): string {
		return false === filter_var( $address, FILTER_VALIDATE_IP ) ? '' : $address;
	}
}
