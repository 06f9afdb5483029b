<?php
/**
 * Who is logged in.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** WordPress's own records of logins: account, address, time. */
final class Sessions {

	const PER_STEP = 500;

	/**
	 * Those that began within a time, oldest first.
	 *
	 * @param int $after  seconds since 1970, not included
	 * @param int $before the same
	 * @return array{total:int,sessions:array<int,array<string,mixed>>}
	 */
	public static function within( int $after, int $before, int $page, int $per_page ): array {
		$found = array();
		$last  = 0;
		do {
			$accounts = self::accounts( $last );
			foreach ( $accounts as $row ) {
				$last   = (int) $row->user_id;
				$tokens = maybe_unserialize( $row->meta_value );
				foreach ( is_array( $tokens ) ? $tokens : array() as $token ) {
					$at = is_array( $token ) && isset( $token['login'] ) ? (int) $token['login'] : 0;
					if ( $at > $after && $at < $before ) {
						$found[] = array( $at, $last, $token );
					}
				}
			}
		} while ( count( $accounts ) === self::PER_STEP );
		usort(
			$found,
			static function ( $one, $other ) {
				return array( $one[0], $one[1] ) <=> array( $other[0], $other[1] );
			}
		);
		return array(
			'total'    => count( $found ),
			'sessions' => array_map(
				array( self::class, 'shown' ),
				array_slice( $found, ( $page - 1 ) * $per_page, $per_page )
			),
		);
	}

	/** @return array<int,object> */
	private static function accounts( int $behind ): array {
		global $wpdb;
		return (array) $wpdb->get_results(
			$wpdb->prepare(
				"SELECT user_id, meta_value FROM {$wpdb->usermeta}
				WHERE meta_key = 'session_tokens' AND user_id > %d ORDER BY user_id LIMIT %d",
				$behind,
				self::PER_STEP
			)
		);
	}

	/**
	 * @param array{0:int,1:int,2:array<string,mixed>} $found
	 * @return array<string,mixed>
	 */
	private static function shown( array $found ): array {
		list( $at, $id, $token ) = $found;
		$user                    = get_userdata( $id );
		return array(
			'account'       => array(
				'id'         => $id,
				'login'      => $user ? $user->user_login : '',
				'roles'      => $user ? array_values( $user->roles ) : array(),
				'email'      => $user ? $user->user_email : '',
				'first_name' => (string) get_user_meta( $id, 'first_name', true ),
				'last_name'  => (string) get_user_meta( $id, 'last_name', true ),
				'country'    => (string) get_user_meta( $id, 'billing_country', true ),
				'state'      => (string) get_user_meta( $id, 'billing_state', true ),
				'locale'     => (string) get_user_meta( $id, 'locale', true ),
			),
			'ip'            => isset( $token['ip'] ) ? (string) $token['ip'] : '',
			'logged_in_gmt' => gmdate( 'Y-m-d\TH:i:s', $at ),
			'user_agent'    => isset( $token['ua'] ) ? substr( (string) $token['ua'], 0, 300 ) : '',
		);
	}
}
