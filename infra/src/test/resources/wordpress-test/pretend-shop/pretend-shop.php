<?php
/**
 * Plugin Name: Pretend Shop
 * Description: Fires WooCommerce's hooks where WooCommerce cannot be installed. Only for Cordon's tests.
 * Version: 1.0.0
 */

defined( 'ABSPATH' ) || exit;

/** As much of an order as hooks hand over. */
final class Pretend_Order {

	private $id;

	public function __construct( int $id ) {
		$this->id = $id;
	}

	public function get_id() {
		return $this->id;
	}

	public function get_payment_method() {
		return 'dummy';
	}

	public function get_total() {
		return '49.90';
	}

	public function get_currency() {
		return 'EUR';
	}

	public function get_customer_ip_address() {
		return '203.0.113.9';
	}
}

register_activation_hook(
	__FILE__,
	static function () {
		global $wpdb;
		$wpdb->query(
			"CREATE TABLE IF NOT EXISTS {$wpdb->prefix}woocommerce_api_keys (
				key_id bigint unsigned NOT NULL AUTO_INCREMENT PRIMARY KEY, user_id bigint unsigned NOT NULL,
				description varchar(200), permissions varchar(10) NOT NULL, truncated_key char(7) NOT NULL
			)"
		);
	}
);

// The checkout of blocks, as WooCommerce 11 answers when a gateway throws.
add_action(
	'rest_api_init',
	static function () {
		register_rest_route(
			'wc/store/v1',
			'/checkout',
			array(
				'methods'             => 'POST',
				'permission_callback' => '__return_true',
				'callback'            => static function ( $request ) {
					$order = new Pretend_Order( (int) $request['order'] );
					if ( 'paid' === $request['card'] ) {
						do_action( 'woocommerce_order_status_changed', $order->get_id(), 'pending', 'processing', $order );
						return array( 'order_id' => $order->get_id(), 'payment_result' => array( 'payment_status' => 'success' ) );
					}
					if ( 'first' === $request['card'] ) {
						do_action( 'woocommerce_order_status_changed', $order->get_id(), 'pending', 'failed', $order );
					}
					return new WP_Error( 'woocommerce_rest_checkout_process_payment_error', 'Your card was declined, Mara Muster.', array( 'status' => 400 ) );
				},
			)
		);
	}
);
