<?php
/**
 * When what is done.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** A minute's beat by WP-Cron, and soon after something that matters. */
final class Rhythm {

	const MINUTE = 'cordon_sensor_minute';
	const SOON   = 'cordon_sensor_soon';

	const CRON_SECONDS = 10.0;
	const SOON_SECONDS = 2.0;

	/** @var bool */
	private static $asked = false;

	public static function listen(): void {
		add_filter( 'cron_schedules', array( self::class, 'schedules' ) );
		add_action( self::MINUTE, array( self::class, 'minute' ) );
		add_action( self::SOON, array( self::class, 'send' ) );
		add_action( 'init', array( self::class, 'set' ) );
		add_action( 'wp_ajax_woocommerce_update_api_key', array( self::class, 'count_keys_at_the_end' ), 0 );
	}

	/**
	 * @param array<string,array<string,mixed>> $schedules
	 * @return array<string,array<string,mixed>>
	 */
	public static function schedules( $schedules ) {
		$schedules[ self::MINUTE ] = array(
			'interval' => 60,
			'display'  => 'Cordon Sensor',
		);
		return $schedules;
	}

	public static function set(): void {
		if ( ! wp_next_scheduled( self::MINUTE ) ) {
			wp_schedule_event( time(), self::MINUTE, self::MINUTE );
		}
	}

	public static function activate(): void {
		Queue::create();
		Commands::create();
		State::settle();
		Census::take();
		Event::record( 'sensor_activated', Queue::HIGH );
		self::set();
	}

	/** Says good-bye while it still can: whoever switches a sensor off may not want to be seen. */
	public static function deactivate(): void {
		Event::record(
			'plugin_deactivated',
			Queue::HIGH,
			array( 'resource' => array( 'name' => plugin_basename( FILE ) ) )
		);
		Maintenance::set( false );
		Sender::flush( self::SOON_SECONDS );
		wp_clear_scheduled_hook( self::MINUTE );
		wp_clear_scheduled_hook( self::SOON );
	}

	public static function minute(): void {
		Census::take();
		$state = State::read();
		Event::record(
			'sensor_heartbeat',
			Queue::LOW,
			array(
				'unmapped' => array(
					'queue'     => Queue::depth(),
					'sequence'  => (int) $state['sequence'],
					'failures'  => (int) $state['failures'],
					'offset'    => round( (float) $state['offset'] ),
					'wordpress' => get_bloginfo( 'version' ),
					'php'       => PHP_VERSION,
				),
			)
		);
		Queue::keep_within();
		Commands::forget_old();
		Sender::flush( self::CRON_SECONDS );
	}

	public static function send(): void {
		Sender::flush( self::CRON_SECONDS );
	}

	/** Something that matters was recorded; called more than once it does no more. */
	public static function soon(): void {
		if ( ! self::$asked ) {
			self::$asked = true;
			add_action( 'shutdown', array( self::class, 'after_the_answer' ), PHP_INT_MAX );
		}
	}

	/** Nobody waits for this: the client has its answer, or another process sends. */
	public static function after_the_answer(): void {
		if ( function_exists( 'fastcgi_finish_request' ) ) {
			fastcgi_finish_request();
			Sender::flush( self::SOON_SECONDS );
		} elseif ( function_exists( 'litespeed_finish_request' ) ) {
			litespeed_finish_request();
			Sender::flush( self::SOON_SECONDS );
		} elseif ( ! wp_doing_cron() && ! wp_next_scheduled( self::SOON ) ) {
			wp_schedule_single_event( time(), self::SOON );
		}
	}

	/** WooCommerce announces a new key by no hook. */
	public static function count_keys_at_the_end(): void {
		add_action( 'shutdown', array( Census::class, 'take' ), PHP_INT_MAX - 1 );
	}
}
