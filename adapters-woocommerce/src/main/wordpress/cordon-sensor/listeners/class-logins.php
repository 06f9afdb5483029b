<?php
/**
 * Logins.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Who logged in, and who tried. */
final class Logins {

	public static function listen(): void {
		add_action( 'wp_login', array( self::class, 'succeeded' ), 10, 2 );
		add_action( 'wp_login_failed', array( self::class, 'failed' ), 10, 2 );
		add_action( 'application_password_failed_authentication', array( self::class, 'application_password_failed' ) );
	}

	/**
	 * @param string        $login
	 * @param \WP_User|null $user
	 */
	public static function succeeded( $login, $user = null ): void {
		$is_staff = $user instanceof \WP_User && ( user_can( $user, 'manage_options' ) || user_can( $user, 'edit_others_posts' ) );
		Event::record(
			'login_succeeded',
			$is_staff ? Queue::HIGH : Queue::NORMAL,
			self::way() + array(
				'status' => 'success',
				'user'   => Event::account( (string) $login, $user instanceof \WP_User ? $user->ID : 0 ),
			)
		);
	}

	/**
	 * @param string         $login
	 * @param \WP_Error|null $error
	 */
	public static function failed( $login, $error = null ): void {
		Event::record(
			'login_failed',
			Queue::LOW,
			self::way() + array(
				'status'        => 'failure',
				'status_detail' => $error instanceof \WP_Error ? Event::code( (string) $error->get_error_code() ) : '',
				'user'          => Event::account( (string) $login ),
			)
		);
	}

	/** @param \WP_Error $error */
	public static function application_password_failed( $error ): void {
		$login = isset( $_SERVER['PHP_AUTH_USER'] ) ? sanitize_text_field( wp_unslash( $_SERVER['PHP_AUTH_USER'] ) ) : '';
		Event::record(
			'login_failed',
			Queue::LOW,
			self::way() + array(
				'status'        => 'failure',
				'status_detail' => $error instanceof \WP_Error ? Event::code( (string) $error->get_error_code() ) : '',
				'user'          => Event::account( $login ),
				'unmapped'      => array( 'with' => 'application_password' ),
			)
		);
	}

	/**
	 * By which page; without its query, which may hold anything.
	 *
	 * @return array<string,mixed>
	 */
	private static function way(): array {
		$target = isset( $_SERVER['REQUEST_URI'] ) ? sanitize_text_field( wp_unslash( $_SERVER['REQUEST_URI'] ) ) : '';
		$agent  = isset( $_SERVER['HTTP_USER_AGENT'] ) ? sanitize_text_field( wp_unslash( $_SERVER['HTTP_USER_AGENT'] ) ) : '';
		return array(
			'http_request' => array(
				'url'        => array( 'path' => (string) wp_parse_url( $target, PHP_URL_PATH ) ),
				'user_agent' => $agent,
			),
		);
	}
}
