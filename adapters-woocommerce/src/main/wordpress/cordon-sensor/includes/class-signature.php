<?php
/**
 * What both sides sign with.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** HMAC-SHA256 over a first line that says what it is for, and everything that must not change. */
final class Signature {

	const WINDOW = 300;

	/**
	 * Of a batch of events on its way out.
	 *
	 * @return array<string,string> the headers
	 */
	public static function of_events( string $run, int $sequence, int $at, string $body ): array {
		$nonce = bin2hex( random_bytes( 16 ) );
		return array(
			'Cordon-Run'       => $run,
			'Cordon-Sequence'  => (string) $sequence,
			'Cordon-Timestamp' => (string) $at,
			'Cordon-Nonce'     => $nonce,
			'Cordon-Signature' => 'v1=' . self::over(
				array( 'cordon-sensor-events/1', Settings::source(), $run, $sequence, $at, $nonce ),
				$body
			),
		);
	}

	/** Whether one of the signatures of a command is right; several while a secret is renewed. */
	public static function fits_command( string $given, string $at, string $nonce, string $body ): bool {
		$right = self::over( array( 'cordon-sensor-command/1', Settings::source(), $at, $nonce ), $body );
		$fits  = false;
		foreach ( array_slice( explode( ',', $given ), 0, 4 ) as $each ) {
			$fits = hash_equals( 'v1=' . $right, trim( $each ) ) || $fits;
		}
		return $fits;
	}

	/** @param array<int,string|int> $words */
	private static function over( array $words, string $body ): string {
		return hash_hmac( 'sha256', implode( "\n", $words ) . "\n" . $body, Settings::secret() );
	}
}
