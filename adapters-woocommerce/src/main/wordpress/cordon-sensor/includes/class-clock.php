<?php
/**
 * The time.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** The store's clock, which tests may move. */
final class Clock {

	/** Seconds since 1970, with fractions. */
	public static function now(): float {
		/**
		 * Filters the time that the sensor believes it is.
		 *
		 * @param float $now seconds since 1970
		 */
		return (float) apply_filters( 'cordon_sensor_now', microtime( true ) );
	}

	/** In UTC with milliseconds, as RFC 3339 writes it. */
	public static function text( float $at ): string {
		$millis = (int) floor( $at * 1000 );
		return gmdate( 'Y-m-d\TH:i:s', intdiv( $millis, 1000 ) ) . sprintf( '.%03dZ', $millis % 1000 );
	}
}
