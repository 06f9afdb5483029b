<?php
/**
 * Leaves nothing behind.
 *
 * @package Cordon\Sensor
 */

defined( 'WP_UNINSTALL_PLUGIN' ) || exit;

global $wpdb;
$wpdb->query( "DROP TABLE IF EXISTS {$wpdb->prefix}cordon_sensor_queue, {$wpdb->prefix}cordon_sensor_nonces" );
foreach ( array( 'cordon_sensor_state', 'cordon_sensor_census', 'cordon_sensor_maintenance' ) as $option ) {
	delete_option( $option );
}
wp_clear_scheduled_hook( 'cordon_sensor_minute' );
wp_clear_scheduled_hook( 'cordon_sensor_soon' );
