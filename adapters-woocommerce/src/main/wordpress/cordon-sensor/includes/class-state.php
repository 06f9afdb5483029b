<?php
/**
 * What the sensor has to remember.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Options that are read fresh each time: several PHP processes share them. */
final class State {

	const OPTION = 'cordon_sensor_state';

	const BEGINNING = array(
		'run'       => '',
		'site'      => '',
		'sequence'  => 0,
		'failures'  => 0,
		'refusals'  => 0,
		'wait'      => 0.0,
		'offset'    => 0.0,
		'delivered' => 0.0,
		'minute'    => 0,
		'sent'      => 0,
	);

	/** @return array<string,mixed> */
	public static function read(): array {
		return array_merge( self::BEGINNING, self::kept( self::OPTION ) );
	}

	/** @param array<string,mixed> $changes */
	public static function write( array $changes ): void {
		self::keep( self::OPTION, array_merge( self::read(), $changes ) );
	}

	/**
	 * Past the object cache: what another process wrote a moment ago has to be seen.
	 *
	 * @return array<string,mixed>
	 */
	public static function kept( string $option ): array {
		global $wpdb;
		$raw  = $wpdb->get_var(
			$wpdb->prepare( "SELECT option_value FROM {$wpdb->options} WHERE option_name = %s", $option )
		);
		$kept = is_string( $raw ) ? json_decode( $raw, true ) : null;
		return is_array( $kept ) ? $kept : array();
	}

	/** @param array<string,mixed> $values */
	public static function keep( string $option, array $values ): void {
		global $wpdb;
		$wpdb->query(
			$wpdb->prepare(
				"INSERT INTO {$wpdb->options} (option_name, option_value, autoload) VALUES (%s, %s, 'no')
				ON DUPLICATE KEY UPDATE option_value = VALUES(option_value)",
				$option,
				wp_json_encode( $values )
			)
		);
	}

	/** This installation's own number: sequences of another one say nothing about it. */
	public static function run(): string {
		$run = (string) self::read()['run'];
		if ( '' === $run ) {
			$run = self::begin();
		}
		return $run;
	}

	/** Belongs to this site from now on; on another one its batches are counted anew. */
	public static function settle(): void {
		if ( ! self::is_at_home() ) {
			self::begin();
		}
	}

	/**
	 * Whether this is the site that the sensor was activated on. A copy of it must not speak for
	 * it. Kept as a digest, which no search and replace in the database changes.
	 */
	public static function is_at_home(): bool {
		return self::site() === self::read()['site'];
	}

	private static function begin(): string {
		$run = bin2hex( random_bytes( 8 ) );
		self::write(
			array(
				'run'      => $run,
				'site'     => self::site(),
				'sequence' => 0,
			)
		);
		return $run;
	}

	private static function site(): string {
		return md5( (string) preg_replace( '#^https?://(www\.)?#', '', untrailingslashit( home_url() ) ) );
	}

	/**
	 * Does something that one process at a time may do; not at all if another one is at it.
	 *
	 * @return bool whether it was done
	 */
	public static function alone( string $what, callable $work ): bool {
		global $wpdb;
		$name = substr( 'cordon_' . $what . '_' . md5( DB_NAME . $wpdb->prefix ), 0, 64 );
		if ( '1' !== (string) $wpdb->get_var( $wpdb->prepare( 'SELECT GET_LOCK(%s, 0)', $name ) ) ) {
			return false;
		}
		try {
			$work();
		} finally {
			$wpdb->query( $wpdb->prepare( 'SELECT RELEASE_LOCK(%s)', $name ) );
		}
		return true;
	}
}
