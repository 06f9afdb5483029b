<?php
/**
 * A shop that is closed for a while.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * Answers visitors with 503. WordPress's own maintenance mode would shut Cordon out as well, and end
 * by itself after ten minutes; administration, login and this plugin's routes stay open here.
 */
final class Maintenance {

	const OPTION = 'cordon_sensor_maintenance';

	public static function listen(): void {
		add_action( 'template_redirect', array( self::class, 'page' ), 0 );
		add_filter( 'rest_pre_dispatch', array( self::class, 'rest' ), 0, 3 );
		add_action( 'wc_ajax_checkout', array( self::class, 'page' ), 0 );
		add_action( 'admin_init', array( self::class, 'ajax' ), 0 );
	}

	public static function is_on(): bool {
		return '1' === (string) get_option( self::OPTION, '' );
	}

	public static function set( bool $on ): void {
		if ( $on ) {
			update_option( self::OPTION, '1', true );
		} else {
			delete_option( self::OPTION );
		}
	}

	public static function page(): void {
		if ( self::shuts_out() ) {
			status_header( 503 );
			header( 'Retry-After: 600' );
			nocache_headers();
			wp_die(
				esc_html__( 'This shop is closed for maintenance. Please come back in a few minutes.', 'cordon-sensor' ),
				'',
				array( 'response' => 503 )
			);
		}
	}

	/** Guests reach admin-ajax.php too. */
	public static function ajax(): void {
		if ( wp_doing_ajax() && ! is_user_logged_in() ) {
			self::page();
		}
	}

	/**
	 * @param mixed            $answer
	 * @param \WP_REST_Server  $server
	 * @param \WP_REST_Request $request
	 * @return mixed
	 */
	public static function rest( $answer, $server, $request ) {
		if ( 0 === strpos( $request->get_route(), '/' . Commands::ROUTES ) || ! self::shuts_out() ) {
			return $answer;
		}
		return new \WP_Error( 'cordon_sensor_maintenance', 'Closed for maintenance.', array( 'status' => 503 ) );
	}

	private static function shuts_out(): bool {
		return self::is_on() && ! current_user_can( 'manage_options' );
	}
}
