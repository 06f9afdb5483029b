<?php
/**
 * Settings that matter.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Which setting was changed; a value only where it is a plain switch or an address of the site. */
final class Options {

	const WATCHED = array(
		'siteurl'                                            => true,
		'home'                                               => true,
		'users_can_register'                                 => true,
		'default_role'                                       => true,
		'admin_email'                                        => false,
		'woocommerce_currency'                               => true,
		'woocommerce_enable_guest_checkout'                  => true,
		'woocommerce_enable_signup_and_login_from_checkout'  => true,
		'woocommerce_enable_myaccount_registration'          => true,
		'woocommerce_feature_rate_limit_checkout_enabled'    => true,
	);

	public static function listen(): void {
		add_action( 'updated_option', array( self::class, 'updated' ), 10, 3 );
		add_action( 'added_option', array( self::class, 'added' ), 10, 2 );
	}

	/**
	 * @param string $option
	 * @param mixed  $before
	 * @param mixed  $now
	 */
	public static function updated( $option, $before, $now ): void {
		if ( isset( self::WATCHED[ $option ] ) ) {
			self::tell( $option, $now );
		} elseif ( self::is_gateway( (string) $option, $now ) ) {
			self::gateway( (string) $option, is_array( $before ) ? $before : array(), $now );
		}
	}

	/**
	 * @param string $option
	 * @param mixed  $now
	 */
	public static function added( $option, $now ): void {
		self::updated( $option, array(), $now );
	}

	/** @param mixed $now */
	private static function tell( string $option, $now ): void {
		Event::record(
			'option_updated',
			Queue::HIGH,
			array(
				'resource'      => array( 'name' => $option ),
				'status_detail' => self::WATCHED[ $option ] && is_scalar( $now ) ? (string) $now : '',
			)
		);
	}

	/**
	 * WooCommerce keeps each gateway's settings in one option, as it does those of mails and of ways
	 * to ship, which have other fields.
	 *
	 * @param mixed $now
	 */
	private static function is_gateway( string $option, $now ): bool {
		return 1 === preg_match( '/^woocommerce_.+_settings$/', $option )
			&& is_array( $now )
			&& isset( $now['enabled'], $now['title'] )
			&& ! isset( $now['subject'] ) && ! isset( $now['tax_status'] ) && ! isset( $now['cost'] );
	}

	/**
	 * @param array<string,mixed> $before
	 * @param array<string,mixed> $now
	 */
	private static function gateway( string $option, array $before, array $now ): void {
		$changed = array();
		foreach ( $now + $before as $name => $value ) {
			$old = isset( $before[ $name ] ) ? $before[ $name ] : null;
			$new = isset( $now[ $name ] ) ? $now[ $name ] : null;
			if ( $old !== $new ) {
				$changed[] = (string) $name;
			}
		}
		if ( ! $changed ) {
			return;
		}
		$activity = array( 'enabled' ) === $changed
			? ( 'yes' === $now['enabled'] ? 'gateway_enabled' : 'gateway_disabled' )
			: 'gateway_changed';
		Event::record(
			$activity,
			Queue::HIGH,
			array(
				'resource'      => array( 'name' => $option ),
				'status_detail' => implode( ' ', array_slice( $changed, 0, 20 ) ),
				'unmapped'      => array( 'gateway' => preg_replace( '/^woocommerce_(.+)_settings$/', '$1', $option ) ),
			)
		);
	}
}
