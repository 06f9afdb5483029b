<?php
/**
 * The way to Cordon.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Sends what waits, batch after batch, and waits longer after each failure. */
final class Sender {

	const FIRST_WAIT         = 60;
	const LONGEST_WAIT       = 3600;
	const BATCHES_PER_MINUTE = 30;
	const MOST_REFUSALS      = 5;

	/** Sends for that many seconds at most; not at all while another process does, or it is to wait. */
	public static function flush( float $seconds ): void {
		if ( ! Settings::complete() || ! State::is_at_home() ) {
			return;
		}
		State::alone(
			'send',
			static function () use ( $seconds ) {
				$end = microtime( true ) + $seconds;
				while ( microtime( true ) < $end && self::may_send() ) {
					$batch = Queue::batch();
					if ( null === $batch || ! self::send( $batch, max( 1.0, $end - microtime( true ) ) ) ) {
						return;
					}
				}
			}
		);
	}

	/** Cordon answered that it does not understand; an outage is none. */
	private static function is_refusal( int $status ): bool {
		return in_array( $status, array( 400, 413, 422 ), true );
	}

	private static function may_send(): bool {
		$state  = State::read();
		$minute = (int) ( Clock::now() / 60 );
		if ( Clock::now() < (float) $state['wait'] ) {
			return false;
		}
		return (int) $state['minute'] !== $minute || (int) $state['sent'] < self::BATCHES_PER_MINUTE;
	}

	/** @param array{sequence:int,events:string[]} $batch */
	private static function send( array $batch, float $seconds ): bool {
		$state  = State::read();
		$body   = '{"events":[' . implode( ',', $batch['events'] ) . ']}';
		$at     = (int) ( Clock::now() + (float) $state['offset'] );
		$answer = wp_remote_post(
			Settings::address() . '/ingest/v1/' . rawurlencode( Settings::source() ) . '/sensor',
			array(
				'timeout'     => $seconds,
				'redirection' => 0,
				'sslverify'   => true,
				'user-agent'  => 'cordon-sensor/' . VERSION,
				'headers'     => array( 'Content-Type' => 'application/json' )
					+ Signature::of_events( State::run(), $batch['sequence'], $at, $body ),
				'body'        => $body,
			)
		);
		$status = is_wp_error( $answer ) ? 0 : (int) wp_remote_retrieve_response_code( $answer );
		if ( 200 === $status ) {
			Queue::delivered( $batch['sequence'] );
			self::arrived( $state );
			return true;
		}
		self::failed( $state, $status, $answer );
		// What Cordon does not understand it will not understand tomorrow; the rest has to go on.
		if ( self::is_refusal( $status ) && (int) $state['refusals'] + 1 >= self::MOST_REFUSALS ) {
			Queue::give_up( $batch['sequence'] );
		}
		return false;
	}

	/** @param array<string,mixed> $state */
	private static function arrived( array $state ): void {
		$minute = (int) ( Clock::now() / 60 );
		State::write(
			array(
				'failures'  => 0,
				'refusals'  => 0,
				'wait'      => 0.0,
				'delivered' => Clock::now(),
				'minute'    => $minute,
				'sent'      => (int) $state['minute'] === $minute ? (int) $state['sent'] + 1 : 1,
			)
		);
	}

	/**
	 * @param array<string,mixed>           $state
	 * @param array<string,mixed>|\WP_Error $answer
	 */
	private static function failed( array $state, int $status, $answer ): void {
		$failures = min( 20, (int) $state['failures'] + 1 );
		$wait     = min( self::LONGEST_WAIT, self::FIRST_WAIT * 2 ** ( $failures - 1 ) );
		$asked    = $status > 0 ? (int) wp_remote_retrieve_header( $answer, 'retry-after' ) : 0;
		$changes  = array(
			'failures' => $failures,
			'refusals' => self::is_refusal( $status ) ? (int) $state['refusals'] + 1 : 0,
			// A tenth by chance, so that all stores of one Cordon do not come back at once.
			'wait'     => Clock::now() + max( $wait * ( 0.9 + wp_rand( 0, 200 ) / 1000 ), min( $asked, self::LONGEST_WAIT ) ),
		);
		if ( 401 === $status ) {
			// A clock that is wrong is the usual reason: believe that of the server, whose
			// certificate was checked.
			$theirs = strtotime( (string) wp_remote_retrieve_header( $answer, 'date' ) );
			if ( false !== $theirs && abs( $theirs - Clock::now() - (float) $state['offset'] ) > 60 ) {
				$changes['offset'] = $theirs - Clock::now();
				$changes['wait']   = Clock::now();
			}
		}
		State::write( $changes );
	}
}
