<?php
/**
 * What an event says.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * Events in the words of OCSF 1.5. No passwords, no order contents, no free text of others: values
 * are names, codes, numbers and addresses.
 */
final class Event {

	const LONGEST = 200;

	/**
	 * An event of now, with who acted and from where.
	 *
	 * @param array<string,mixed> $more see record()
	 * @return array<string,mixed>
	 */
	public static function of( string $activity, array $more = array() ): array {
		$event = array(
			'time'          => Clock::text( Clock::now() ),
			'activity_name' => $activity,
			'metadata'      => array(
				'product' => array(
					'name'    => 'cordon-sensor',
					'version' => VERSION,
				),
			),
		);
		$address = Address::of_client();
		if ( '' !== $address ) {
			$event['src_endpoint'] = array( 'ip' => $address );
		}
		$actor = self::acting();
		if ( '' !== $actor ) {
			$event['actor'] = array( 'user' => array( 'name' => $actor ) );
		}
		return array_replace_recursive( $event, self::shortened( $more ) );
	}

	/**
	 * Records that something happened.
	 *
	 * @param string              $activity what, in a stable word
	 * @param int                 $value    how soon it may be dropped: Queue::LOW and so on
	 * @param array<string,mixed> $more     user, status, status_detail, resource, file, unmapped
	 * @return int its number in the queue
	 */
	public static function record( string $activity, int $value, array $more = array() ): int {
		return Queue::add( self::of( $activity, $more ), $value );
	}

	/**
	 * An account, by its number and its login name. A login name that is a mail address becomes a
	 * word that stays the same for it and says nothing to others.
	 *
	 * @return array<string,mixed>
	 */
	public static function account( string $login, int $id = 0 ): array {
		$user = array( 'name' => self::login_name( $login ) );
		if ( $id > 0 ) {
			$user['uid'] = (string) $id;
		}
		return $user;
	}

	public static function login_name( string $login ): string {
		$login = trim( $login );
		if ( false === strpos( $login, '@' ) ) {
			return substr( $login, 0, 60 );
		}
		$key = hash_hmac( 'sha256', 'cordon-sensor-names/1', Settings::secret() );
		return 'mail-' . substr( hash_hmac( 'sha256', strtolower( $login ), $key ), 0, 16 );
	}

	/** A code if it looks like one: what is a sentence might hold a name. */
	public static function code( string $text ): string {
		return preg_match( '/^[A-Za-z0-9_.:\/#+-]{1,120}$/', $text ) ? $text : '';
	}

	private static function acting(): string {
		// Asked too early, WordPress would answer for good that nobody is logged in.
		if ( ! did_action( 'set_current_user' ) || ! is_user_logged_in() ) {
			return '';
		}
		return self::login_name( wp_get_current_user()->user_login );
	}

	/**
	 * @param array<string,mixed> $values
	 * @return array<string,mixed>
	 */
	private static function shortened( array $values ): array {
		foreach ( $values as $name => $value ) {
			if ( is_array( $value ) ) {
				$values[ $name ] = self::shortened( $value );
			} elseif ( is_string( $value ) ) {
				$values[ $name ] = wp_check_invalid_utf8( substr( $value, 0, self::LONGEST ), true );
			}
			if ( '' === $values[ $name ] || array() === $values[ $name ] ) {
				unset( $values[ $name ] );
			}
		}
		return $values;
	}
}
