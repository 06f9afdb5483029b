<?php
/**
 * Events that wait to be sent.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * A table in the store's database. An event is in it before the request goes on, so a process that
 * is killed takes none with it. It has an end: beyond it the oldest of the least value go, counted.
 */
final class Queue {

	const LOW    = 0;
	const NORMAL = 1;
	const HIGH   = 2;

	const MOST       = 20000;
	const PER_BATCH  = 200;
	const LARGEST    = 4000;
	const LOOK_EVERY = 64;

	public static function table(): string {
		global $wpdb;
		return $wpdb->prefix . 'cordon_sensor_queue';
	}

	public static function create(): void {
		global $wpdb;
		require_once ABSPATH . 'wp-admin/includes/upgrade.php';
		$table   = self::table();
		$collate = $wpdb->get_charset_collate();
		dbDelta(
			"CREATE TABLE $table (
				id bigint(20) unsigned NOT NULL AUTO_INCREMENT,
				value tinyint(3) unsigned NOT NULL,
				batch bigint(20) unsigned DEFAULT NULL,
				activity varchar(60) NOT NULL,
				event text NOT NULL,
				PRIMARY KEY  (id),
				KEY batch (batch),
				KEY value (value,id)
			) $collate;"
		);
	}

	public static function drop(): void {
		global $wpdb;
		$wpdb->query( 'DROP TABLE IF EXISTS ' . self::table() );
	}

	/**
	 * Records an event. Whatever goes wrong here is no reason to break a store's request.
	 *
	 * @param array<string,mixed> $event
	 * @return int its number; 0 if it could not be recorded
	 */
	public static function add( array $event, int $value ): int {
		global $wpdb;
		$text = self::text( $event );
		if ( '' === $text || ! Settings::complete() ) {
			return 0;
		}
		$shown = $wpdb->suppress_errors( true );
		$done  = $wpdb->insert(
			self::table(),
			array(
				'value'    => $value,
				'activity' => substr( (string) $event['activity_name'], 0, 60 ),
				'event'    => $text,
			),
			array( '%d', '%s', '%s' )
		);
		$id = $done ? (int) $wpdb->insert_id : 0;
		$wpdb->suppress_errors( $shown );
		// By chance and not by number: databases in a cluster give out every third number, or odd ones alone.
		if ( $id > 0 && 1 === mt_rand( 1, self::LOOK_EVERY ) ) {
			self::keep_within();
		}
		if ( self::HIGH === $value ) {
			Rhythm::soon();
		}
		return $id;
	}

	/**
	 * Says more about an event that was just recorded; nothing if it is under way already.
	 *
	 * @param array<string,mixed> $event
	 */
	public static function amend( int $id, array $event, int $value ): void {
		global $wpdb;
		$text = self::text( $event );
		if ( '' === $text || $id <= 0 ) {
			return;
		}
		$wpdb->query(
			$wpdb->prepare(
				'UPDATE ' . self::table() . ' SET event = %s, activity = %s, value = %d WHERE id = %d AND batch IS NULL',
				$text,
				substr( (string) $event['activity_name'], 0, 60 ),
				$value,
				$id
			)
		);
	}

	/** How many wait. */
	public static function depth(): int {
		global $wpdb;
		return (int) $wpdb->get_var( 'SELECT COUNT(*) FROM ' . self::table() );
	}

	/**
	 * The batch that is under way, or a new one.
	 *
	 * @return array{sequence:int,events:string[]}|null null if nothing waits
	 */
	public static function batch() {
		global $wpdb;
		$table   = self::table();
		$pending = $wpdb->get_var( "SELECT MIN(batch) FROM $table" );
		if ( null === $pending ) {
			$pending = (int) State::read()['sequence'] + 1;
			$claimed = $wpdb->query(
				$wpdb->prepare(
					"UPDATE $table SET batch = %d WHERE batch IS NULL ORDER BY id LIMIT %d",
					$pending,
					self::PER_BATCH
				)
			);
			if ( ! $claimed ) {
				return null;
			}
		}
		// A process that was killed right after claiming left the number only in the table.
		if ( (int) State::read()['sequence'] < (int) $pending ) {
			State::write( array( 'sequence' => (int) $pending ) );
		}
		return array(
			'sequence' => (int) $pending,
			'events'   => $wpdb->get_col( $wpdb->prepare( "SELECT event FROM $table WHERE batch = %d ORDER BY id", $pending ) ),
		);
	}

	/** It arrived. */
	public static function delivered( int $sequence ): void {
		global $wpdb;
		$wpdb->query( $wpdb->prepare( 'DELETE FROM ' . self::table() . ' WHERE batch = %d', $sequence ) );
	}

	/** It is never taken; its number is left out, which Cordon notices. */
	public static function give_up( int $sequence ): void {
		global $wpdb;
		$table = self::table();
		$lost  = $wpdb->get_col( $wpdb->prepare( "SELECT activity FROM $table WHERE batch = %d", $sequence ) );
		self::delivered( $sequence );
		self::tell_of_loss( array_count_values( $lost ) );
	}

	/** Lets the oldest of the least value go where there are too many; what is under way stays. */
	public static function keep_within(): void {
		State::alone(
			'bound',
			static function () {
				$over = self::depth() - self::most();
				if ( $over > 0 ) {
					self::let_go( $over + self::LOOK_EVERY );
				}
			}
		);
	}

	private static function most(): int {
		/**
		 * Filters how many events may wait.
		 *
		 * @param int $most
		 */
		return max( self::PER_BATCH, (int) apply_filters( 'cordon_sensor_most', self::MOST ) );
	}

	private static function let_go( int $count ): void {
		global $wpdb;
		$table = self::table();
		$gone  = $wpdb->get_results(
			$wpdb->prepare(
				"SELECT id, activity FROM $table WHERE batch IS NULL AND activity <> 'sensor_lost' ORDER BY value, id LIMIT %d",
				$count
			)
		);
		if ( ! $gone ) {
			return;
		}
		$ids = implode( ',', array_map( 'intval', wp_list_pluck( $gone, 'id' ) ) );
		$wpdb->query( "DELETE FROM $table WHERE batch IS NULL AND id IN ($ids)" );
		self::tell_of_loss( array_count_values( wp_list_pluck( $gone, 'activity' ) ) );
	}

	/**
	 * One event tells of all that was lost since the last one was sent.
	 *
	 * @param array<string,int> $lost by activity
	 */
	private static function tell_of_loss( array $lost ): void {
		global $wpdb;
		$table  = self::table();
		$before = $wpdb->get_row( "SELECT id, event FROM $table WHERE activity = 'sensor_lost' AND batch IS NULL ORDER BY id LIMIT 1" );
		$event  = $before ? json_decode( $before->event, true ) : Event::of( 'sensor_lost' );
		$known  = isset( $event['unmapped']['lost'] ) ? $event['unmapped']['lost'] : array();
		foreach ( $lost as $activity => $count ) {
			$known[ $activity ] = $count + ( isset( $known[ $activity ] ) ? $known[ $activity ] : 0 );
		}
		$event['unmapped']['lost'] = $known;
		$event['status_detail']    = array_sum( $known ) . ' events';
		if ( $before ) {
			self::amend( (int) $before->id, $event, self::HIGH );
		} else {
			$wpdb->insert(
				$table,
				array(
					'value'    => self::HIGH,
					'activity' => 'sensor_lost',
					'event'    => self::text( $event ),
				)
			);
		}
	}

	/** @param array<string,mixed> $event */
	private static function text( array $event ): string {
		$text = wp_json_encode( $event, JSON_UNESCAPED_SLASHES );
		return is_string( $text ) && strlen( $text ) <= self::LARGEST ? $text : '';
	}
}
