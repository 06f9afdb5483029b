<?php
/**
 * Stream.
 *
 * Read from its hook wp_stream_record_inserted( $id, $record ) as of version 3 and 4.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** Takes what our own listeners do not see: changed pages and widgets, where skimmers are put. */
final class Stream {

	const VERSION = 'stream/1';

	/** By connector, context and action; an asterisk is any context. */
	const KNOWN = array(
		'posts/page/updated' => array( 'page_changed', 'low' ),
		'widgets/*/added'    => array( 'widget_changed', 'low' ),
		'widgets/*/updated'  => array( 'widget_changed', 'low' ),
	);

	public static function listen(): void {
		add_action( 'wp_stream_record_inserted', array( self::class, 'heard' ), 10, 2 );
	}

	/**
	 * @param int                 $id
	 * @param array<string,mixed> $record
	 */
	public static function heard( $id, $record = array() ): void {
		$record    = (array) $record;
		$connector = isset( $record['connector'] ) ? (string) $record['connector'] : '';
		$context   = isset( $record['context'] ) ? (string) $record['context'] : '';
		$action    = isset( $record['action'] ) ? (string) $record['action'] : '';
		$known     = null;
		foreach ( array( $context, '*' ) as $each ) {
			$name  = "$connector/$each/$action";
			$known = null === $known && isset( self::KNOWN[ $name ] ) ? self::KNOWN[ $name ] : $known;
		}
		if ( null === $known ) {
			return;
		}
		$more    = array(
			'severity'      => $known[1],
			'status_detail' => Event::code( "$connector/$context/$action" ),
			'metadata'      => array( 'product' => array( 'name' => 'stream', 'version' => self::VERSION ) ),
		);
		$address = Address::checked( isset( $record['ip'] ) ? (string) $record['ip'] : '' );
		if ( '' !== $address ) {
			$more['src_endpoint'] = array( 'ip' => $address );
		}
		$user = isset( $record['user_id'] ) ? get_userdata( (int) $record['user_id'] ) : false;
		if ( $user ) {
			$more['actor'] = array( 'user' => array( 'name' => Event::login_name( $user->user_login ) ) );
		}
		Event::record( $known[0], Queue::NORMAL, $more );
	}
}
