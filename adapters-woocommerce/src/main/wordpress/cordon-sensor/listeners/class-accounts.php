<?php
/**
 * Users and what opens their accounts.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Users made, changed and deleted; roles, passwords, application passwords. */
final class Accounts {

	/** @var array<string,int> events of this request about roles, by user and role */
	private static $roles = array();

	/** @var array<int,int> those about the first role of a user, by user */
	private static $first = array();

	public static function listen(): void {
		add_action( 'user_register', array( self::class, 'made' ), 10, 1 );
		add_action( 'set_user_role', array( self::class, 'role_set' ), 10, 3 );
		add_action( 'add_user_role', array( self::class, 'role_added' ), 10, 2 );
		add_action( 'granted_super_admin', array( self::class, 'super_admin' ) );
		add_action( 'delete_user', array( self::class, 'deleted' ) );
		add_action( 'after_password_reset', array( self::class, 'password_reset' ) );
		add_action( 'profile_update', array( self::class, 'profile' ), 10, 2 );
		add_action( 'wp_create_application_password', array( self::class, 'application_password_made' ), 10, 2 );
		add_action( 'wp_delete_application_password', array( self::class, 'application_password_gone' ), 10, 2 );
	}

	/** @param int $id */
	public static function made( $id ): void {
		$user  = get_userdata( (int) $id );
		$roles = $user ? implode( ' ', $user->roles ) : '';
		$more  = self::whom( (int) $id ) + array( 'status_detail' => $roles );
		$value = self::is_customer( $roles ) ? Queue::NORMAL : Queue::HIGH;
		if ( isset( self::$first[ $id ] ) ) {
			Queue::amend( self::$first[ $id ], Event::of( 'user_created', $more ), $value );
		} else {
			Event::record( 'user_created', $value, $more );
		}
		self::known( (int) $id, $roles );
	}

	/**
	 * A role that was added, also one of several. Since WordPress 6.0 a role that is set is added
	 * first.
	 *
	 * @param int    $id
	 * @param string $role
	 */
	public static function role_added( $id, $role ): void {
		self::role( (int) $id, (string) $role, '' );
	}

	/**
	 * A role that was set in the place of others. A new user's first one comes before the news of
	 * the user.
	 *
	 * @param int      $id
	 * @param string   $role
	 * @param string[] $before
	 */
	public static function role_set( $id, $role, $before = array() ): void {
		if ( (array) $before === array( $role ) ) {
			return;
		}
		$number = self::role( (int) $id, (string) $role, implode( ' ', (array) $before ) );
		if ( ! $before ) {
			self::$first[ (int) $id ] = $number;
		}
	}

	/** @param int $id */
	public static function super_admin( $id ): void {
		self::role( (int) $id, 'administrator', '' );
	}

	/** @param int $id */
	public static function deleted( $id ): void {
		$user = get_userdata( (int) $id );
		Event::record(
			'user_deleted',
			Queue::HIGH,
			self::whom( (int) $id ) + array( 'status_detail' => $user ? implode( ' ', $user->roles ) : '' )
		);
	}

	/** @param \WP_User $user */
	public static function password_reset( $user ): void {
		Event::record( 'password_changed', Queue::NORMAL, self::whom( $user->ID ) + array( 'status_detail' => 'reset' ) );
	}

	/**
	 * @param int      $id
	 * @param \WP_User $before
	 */
	public static function profile( $id, $before ): void {
		$user = get_userdata( (int) $id );
		if ( ! $user || ! $before ) {
			return;
		}
		$value = self::is_customer( implode( ' ', $user->roles ) ) ? Queue::NORMAL : Queue::HIGH;
		if ( $user->user_pass !== $before->user_pass ) {
			Event::record( 'password_changed', $value, self::whom( (int) $id ) );
		}
		if ( strtolower( $user->user_email ) !== strtolower( $before->user_email ) ) {
			Event::record( 'user_email_changed', $value, self::whom( (int) $id ) );
		}
	}

	/**
	 * @param int                 $id
	 * @param array<string,mixed> $item
	 */
	public static function application_password_made( $id, $item ): void {
		Event::record( 'application_password_created', Queue::HIGH, self::whom( (int) $id ) + self::named( $item ) );
	}

	/**
	 * @param int                 $id
	 * @param array<string,mixed> $item
	 */
	public static function application_password_gone( $id, $item ): void {
		Event::record( 'application_password_removed', Queue::NORMAL, self::whom( (int) $id ) + self::named( $item ) );
	}

	private static function role( int $id, string $role, string $before ): int {
		$value = self::is_customer( $role ) ? Queue::NORMAL : Queue::HIGH;
		$more  = self::whom( $id ) + array(
			'status_detail' => '' === $role ? 'none' : $role,
			'unmapped'      => array( 'role_before' => $before ),
		);
		$which = $id . '/' . $role;
		if ( isset( self::$roles[ $which ] ) ) {
			Queue::amend( self::$roles[ $which ], Event::of( 'role_changed', $more ), $value );
		} else {
			self::$roles[ $which ] = Event::record( 'role_changed', $value, $more );
		}
		self::known( $id, $role );
		return self::$roles[ $which ];
	}

	private static function known( int $id, string $roles ): void {
		$user = get_userdata( $id );
		if ( $user && false !== strpos( $roles, 'administrator' ) ) {
			Census::knows_admin( $id, $user->user_login );
		}
	}

	private static function is_customer( string $roles ): bool {
		return in_array( $roles, array( 'customer', 'subscriber', '' ), true );
	}

	/** @return array<string,mixed> */
	private static function whom( int $id ): array {
		$user = get_userdata( $id );
		return array( 'user' => Event::account( $user ? $user->user_login : '', $id ) );
	}

	/**
	 * @param array<string,mixed> $item
	 * @return array<string,mixed>
	 */
	private static function named( $item ): array {
		return array( 'resource' => array( 'name' => 'application password ' . ( isset( $item['name'] ) ? $item['name'] : '' ) ) );
	}
}
