<?php
/**
 * The file editors of WordPress.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** A file that is another one after the request than it was before. */
final class File_Edits {

	public static function listen(): void {
		add_action( 'wp_ajax_edit-theme-plugin-file', array( self::class, 'watch' ), 0 );
		add_action( 'load-plugin-editor.php', array( self::class, 'watch' ), 0 );
		add_action( 'load-theme-editor.php', array( self::class, 'watch' ), 0 );
	}

	public static function watch(): void {
		$file   = self::asked( 'file' );
		$plugin = self::asked( 'plugin' );
		$theme  = self::asked( 'theme' );
		if ( '' === $file || 0 !== validate_file( $file ) || 0 !== validate_file( $theme ) ) {
			return;
		}
		$whole  = '' === $theme ? WP_PLUGIN_DIR . '/' . $file : get_theme_root( $theme ) . '/' . $theme . '/' . $file;
		$before = is_file( $whole ) ? hash_file( 'sha256', $whole ) : '';
		add_action(
			'shutdown',
			static function () use ( $whole, $before, $plugin, $theme ) {
				clearstatcache();
				if ( is_file( $whole ) && hash_file( 'sha256', $whole ) !== $before ) {
					Event::record(
						'file_edited',
						Queue::HIGH,
						array(
							'file'     => array( 'path' => str_replace( ABSPATH, '', $whole ) ),
							'resource' => array( 'name' => '' === $theme ? $plugin : $theme ),
						)
					);
				}
			},
			0
		);
	}

	/** What the editor's form says; WordPress checks its nonce when it writes. */
	private static function asked( string $name ): string {
		// phpcs:ignore WordPress.Security.NonceVerification
		return isset( $_POST[ $name ] ) ? sanitize_text_field( wp_unslash( $_POST[ $name ] ) ) : '';
	}
}
