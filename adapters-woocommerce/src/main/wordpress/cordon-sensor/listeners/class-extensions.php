<?php
/**
 * Plugins, themes and WordPress itself.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** What is installed, switched on or off, updated or removed. */
final class Extensions {

	public static function listen(): void {
		add_action( 'activated_plugin', array( self::class, 'activated' ) );
		add_action( 'deactivated_plugin', array( self::class, 'deactivated' ) );
		add_action( 'deleted_plugin', array( self::class, 'deleted' ), 10, 2 );
		add_action( 'switch_theme', array( self::class, 'theme' ), 10, 2 );
		add_action( 'deleted_theme', array( self::class, 'theme_deleted' ), 10, 2 );
		add_action( 'upgrader_process_complete', array( self::class, 'installed' ), 10, 2 );
		add_action( '_core_updated_successfully', array( self::class, 'core' ) );
	}

	/** @param string $plugin */
	public static function activated( $plugin ): void {
		self::tell( 'plugin_activated', (string) $plugin );
	}

	/** @param string $plugin */
	public static function deactivated( $plugin ): void {
		// Our own end is told of before it, while there is time to send.
		if ( plugin_basename( FILE ) !== $plugin ) {
			self::tell( 'plugin_deactivated', (string) $plugin );
		}
	}

	/**
	 * @param string $plugin
	 * @param bool   $done
	 */
	public static function deleted( $plugin, $done ): void {
		if ( $done ) {
			self::tell( 'plugin_removed', (string) $plugin );
		}
	}

	/**
	 * @param string    $name
	 * @param \WP_Theme $theme
	 */
	public static function theme( $name, $theme = null ): void {
		self::tell( 'theme_switched', $theme instanceof \WP_Theme ? $theme->get_stylesheet() : (string) $name );
	}

	/**
	 * @param string $theme
	 * @param bool   $done
	 */
	public static function theme_deleted( $theme, $done ): void {
		if ( $done ) {
			self::tell( 'theme_removed', (string) $theme );
		}
	}

	/**
	 * @param object              $upgrader
	 * @param array<string,mixed> $what
	 */
	public static function installed( $upgrader, $what ): void {
		$type = isset( $what['type'] ) ? (string) $what['type'] : '';
		if ( ! in_array( $type, array( 'plugin', 'theme' ), true ) ) {
			return;
		}
		$is_new = isset( $what['action'] ) && 'install' === $what['action'];
		foreach ( self::names( $upgrader, $what, $type ) as $name ) {
			self::tell( $type . ( $is_new ? '_installed' : '_updated' ), $name );
		}
	}

	/** @param string $version */
	public static function core( $version ): void {
		self::tell( 'core_updated', 'WordPress ' . $version );
	}

	/**
	 * @param object              $upgrader
	 * @param array<string,mixed> $what
	 * @return string[]
	 */
	private static function names( $upgrader, array $what, string $type ): array {
		foreach ( array( $type . 's', $type ) as $field ) {
			if ( ! empty( $what[ $field ] ) ) {
				return array_map( 'strval', (array) $what[ $field ] );
			}
		}
		$folder = is_object( $upgrader ) && isset( $upgrader->result['destination_name'] ) ? $upgrader->result['destination_name'] : '';
		return array( '' === $folder ? 'unknown' : (string) $folder );
	}

	private static function tell( string $activity, string $name ): void {
		Event::record( $activity, Queue::HIGH, array( 'resource' => array( 'name' => $name ) ) );
	}
}
