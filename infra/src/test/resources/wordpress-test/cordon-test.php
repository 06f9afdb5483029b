<?php
/** Moves the sensor's clock and bound as a test asks. */
foreach ( array( 'now' => 'cordon_sensor_now', 'most' => 'cordon_sensor_most' ) as $name => $hook ) {
	add_filter(
		$hook,
		static function ( $usual ) use ( $name ) {
			$file = WP_CONTENT_DIR . '/test-' . $name;
			if ( ! is_file( $file ) ) {
				return $usual;
			}
			$said = (float) file_get_contents( $file );
			return 'now' === $name ? $usual + $said : $said;
		}
	);
}
// A request that is killed before it ends.
add_action(
	'init',
	static function () {
		if ( isset( $_GET['test_slow_login'] ) ) {
			do_action( 'wp_login_failed', 'killed', new WP_Error( 'incorrect_password' ) );
			file_put_contents( WP_CONTENT_DIR . '/test-pid', getmypid() );
			while ( true ) {
				usleep( 10000 );
			}
		}
	}
);
