<?php
/**
 * What Cordon wrote into the zip.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Where to send to, as which log source, and signed with what. */
final class Settings {

	/** @var array<string,string>|null */
	private static $given = null;

	/** Whether there is an address and a secret; without both nothing is recorded. */
	public static function complete(): bool {
		return '' !== self::address() && strlen( self::secret() ) >= 43;
	}

	/** Where events go; empty if it is neither https nor this machine. */
	public static function address(): string {
		$address = self::text( 'address' );
		$parts   = wp_parse_url( $address );
		$scheme  = isset( $parts['scheme'] ) ? $parts['scheme'] : '';
		$host    = isset( $parts['host'] ) ? $parts['host'] : '';
		$own     = in_array( $host, array( '127.0.0.1', 'localhost', '[::1]' ), true );
		return 'https' === $scheme || ( 'http' === $scheme && $own ) ? rtrim( $address, '/' ) : '';
	}

	/** The log source in Cordon that this store's events belong to. */
	public static function source(): string {
		return self::text( 'source' );
	}

	public static function secret(): string {
		return self::text( 'secret' );
	}

	private static function text( string $name ): string {
		if ( null === self::$given ) {
			$file        = dirname( __DIR__ ) . '/config.php';
			$read        = is_readable( $file ) ? include $file : array();
			self::$given = is_array( $read ) ? $read : array();
		}
		return isset( self::$given[ $name ] ) ? (string) self::$given[ $name ] : '';
	}
}
