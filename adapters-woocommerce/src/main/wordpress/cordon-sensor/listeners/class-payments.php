<?php
/**
 * Orders, payments and the checkout.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * What became of an order, why a payment failed, and where the checkout broke off. An order's number,
 * its sum and its way of payment; never what was bought or by whom.
 */
final class Payments {

	const STATES = array(
		'failed'     => 'order_failed',
		'processing' => 'order_paid',
		'completed'  => 'order_paid',
		'on-hold'    => 'order_pending',
		'pending'    => 'order_pending',
		'cancelled'  => 'order_cancelled',
		'refunded'   => 'order_refunded',
	);

	const REASONS = array(
		'insufficient_funds'      => '/insufficient/i',
		'expired_card'            => '/expired/i',
		'incorrect_cvc'           => '/cvc|cvv|security code/i',
		'incorrect_number'        => '/(incorrect|invalid).{0,12}number/i',
		'authentication_required' => '/authenticat|3-?d ?secure/i',
		'card_declined'           => '/declin|denied|refused/i',
	);

	/** @var array<string,int> this request's failures, by order */
	private static $failures = array();

	/** @var object|null the order that is being paid in the classic checkout */
	private static $paying = null;

	public static function listen(): void {
		add_action( 'woocommerce_order_status_changed', array( self::class, 'changed' ), 10, 4 );
		add_action( 'woocommerce_checkout_order_processed', array( self::class, 'paying' ), 10, 3 );
		add_filter( 'woocommerce_add_error', array( self::class, 'notice' ) );
		add_action( 'woocommerce_after_checkout_validation', array( self::class, 'invalid' ), PHP_INT_MAX, 2 );
		add_filter( 'rest_post_dispatch', array( self::class, 'store_api' ), 10, 3 );
		add_action( 'wc_gateway_stripe_process_payment_error', array( self::class, 'stripe' ), 10, 2 );
	}

	/**
	 * @param int    $id
	 * @param string $from
	 * @param string $to
	 * @param object $order
	 */
	public static function changed( $id, $from, $to, $order = null ): void {
		$activity = isset( self::STATES[ $to ] ) ? self::STATES[ $to ] : 'order_updated';
		if ( 'order_paid' === $activity && in_array( $from, array( 'processing', 'completed' ), true ) ) {
			$activity = 'order_updated';
		}
		if ( 'order_failed' === $activity ) {
			self::failure( 'order_failed', $order, (string) $id, '' );
			return;
		}
		Event::record(
			$activity,
			'order_updated' === $activity ? Queue::LOW : Queue::NORMAL,
			self::order( $order, (string) $id ) + array( 'status_detail' => Event::code( (string) $to ) )
		);
	}

	/**
	 * @param int                 $id
	 * @param array<string,mixed> $posted
	 * @param object              $order
	 */
	public static function paying( $id, $posted = array(), $order = null ): void {
		self::$paying = $order;
	}

	/**
	 * In the classic checkout a gateway that fails adds a notice.
	 *
	 * @param string $message
	 * @return string
	 */
	public static function notice( $message ) {
		if ( null !== self::$paying ) {
			self::failure( 'payment_failed', self::$paying, self::id( self::$paying ), self::reason( (string) $message ) );
		}
		return $message;
	}

	/**
	 * @param array<string,mixed> $posted
	 * @param \WP_Error           $errors
	 */
	public static function invalid( $posted, $errors ): void {
		if ( $errors instanceof \WP_Error && $errors->has_errors() ) {
			$codes = array_filter( array_map( array( Event::class, 'code' ), array_map( 'strval', $errors->get_error_codes() ) ) );
			Event::record(
				'checkout_failed',
				Queue::LOW,
				array(
					'status'        => 'failure',
					'status_detail' => implode( ' ', array_slice( $codes, 0, 5 ) ),
				)
			);
		}
	}

	/**
	 * The checkout of blocks and apps: each attempt is told of, also on the same order.
	 *
	 * @param \WP_REST_Response $response
	 * @param \WP_REST_Server   $server
	 * @param \WP_REST_Request  $request
	 * @return \WP_REST_Response
	 */
	public static function store_api( $response, $server, $request ) {
		if ( 'POST' !== $request->get_method() || ! preg_match( '#^/wc/store(/v\d+)?/checkout(/\d+)?$#', $request->get_route() ) ) {
			return $response;
		}
		$data   = (array) $response->get_data();
		$status = (int) $response->get_status();
		$result = isset( $data['payment_result'] ) ? (array) $data['payment_result'] : array();
		$state  = isset( $result['payment_status'] ) ? (string) $result['payment_status'] : '';
		$code   = isset( $data['code'] ) ? (string) $data['code'] : '';
		if ( false !== strpos( $code, 'process_payment_error' ) || in_array( $state, array( 'failure', 'error' ), true ) ) {
			$order  = isset( $data['order_id'] ) ? (string) (int) $data['order_id'] : '';
			$reason = self::reason( isset( $data['message'] ) ? (string) $data['message'] : '' );
			self::failure( 'payment_failed', null, $order, $reason, Event::code( (string) $request['payment_method'] ) );
		} elseif ( $status >= 400 ) {
			Event::record(
				'checkout_failed',
				Queue::LOW,
				array(
					'status'        => 'failure',
					'status_detail' => Event::code( $code ),
				)
			);
		}
		return $response;
	}

	/**
	 * @param object $error
	 * @param object $order
	 */
	public static function stripe( $error, $order ): void {
		$text = is_object( $error ) && method_exists( $error, 'getMessage' ) ? (string) $error->getMessage() : '';
		self::failure( 'payment_failed', $order, self::id( $order ), self::reason( $text ), 'stripe' );
	}

	/** A gateway's sentence as one of a few codes: what it says besides may name somebody. */
	public static function reason( string $sentence ): string {
		$sentence = wp_strip_all_tags( $sentence );
		foreach ( self::REASONS as $reason => $pattern ) {
			if ( preg_match( $pattern, $sentence ) ) {
				return $reason;
			}
		}
		return Event::code( $sentence );
	}

	/**
	 * One attempt is one event, however many hooks tell of it; the later ones know more.
	 *
	 * @param object|null $order
	 */
	private static function failure( string $activity, $order, string $id, string $reason, string $gateway = '' ): void {
		$more = array_replace_recursive(
			self::order( $order, $id ),
			array(
				'status'        => 'failure',
				'status_detail' => $reason,
			),
			'' === $gateway ? array() : array( 'unmapped' => array( 'gateway' => $gateway ) )
		);
		$known = isset( self::$failures[ $id ] ) ? self::$failures[ $id ] : self::any_failure( $id );
		if ( 0 === $known ) {
			self::$failures[ $id ] = Event::record( $activity, Queue::NORMAL, $more );
		} elseif ( 'payment_failed' === $activity ) {
			self::say_more( $known, $more );
		}
	}

	/** The answer of the Store API may not name the order that its request made fail. */
	private static function any_failure( string $id ): int {
		return '' === $id && self::$failures ? (int) end( self::$failures ) : 0;
	}

	/** @param array<string,mixed> $more */
	private static function say_more( int $number, array $more ): void {
		global $wpdb;
		$before = $wpdb->get_var( $wpdb->prepare( 'SELECT event FROM ' . Queue::table() . ' WHERE id = %d', $number ) );
		$event  = is_string( $before ) ? json_decode( $before, true ) : null;
		if ( is_array( $event ) ) {
			$now = Event::of( 'payment_failed', $more );
			unset( $now['time'] );
			Queue::amend( $number, array_replace_recursive( $event, $now ), Queue::NORMAL );
		}
	}

	/**
	 * @param object|null $order
	 * @return array<string,mixed>
	 */
	private static function order( $order, string $id ): array {
		$said = array( 'unmapped' => array( 'order_id' => $id ) );
		if ( is_object( $order ) && method_exists( $order, 'get_payment_method' ) ) {
			$said['unmapped'] += array(
				'gateway'  => Event::code( (string) $order->get_payment_method() ),
				'amount'   => (string) $order->get_total(),
				'currency' => (string) $order->get_currency(),
			);
			$address = Address::checked( (string) $order->get_customer_ip_address() );
			if ( '' !== $address ) {
				$said['src_endpoint'] = array( 'ip' => $address );
			}
		}
		return $said;
	}

	/** @param object|null $order */
	private static function id( $order ): string {
		return is_object( $order ) && method_exists( $order, 'get_id' ) ? (string) $order->get_id() : '';
	}
}
