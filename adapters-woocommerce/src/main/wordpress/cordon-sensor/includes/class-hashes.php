<?php
/**
 * What the files are.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/** SHA-256 of the files below a folder of the site, page by page, in the order of their paths. */
final class Hashes {

	const SECONDS = 8.0;
	const LARGEST = 67108864;

	/**
	 * @param string                      $folder below the site's root; empty for all of it
	 * @param string                      $after  the last path of the page before
	 * @param (callable(string):bool)|null $listed which files are listed; null for all
	 * @return array{files:array<int,array<string,mixed>>,next:?string}|\WP_Error
	 */
	public static function page( string $folder, string $after, int $most, $listed = null ) {
		$root = realpath( ABSPATH );
		$top  = realpath( ABSPATH . $folder );
		if ( false === $root || false === $top || ! is_dir( $top ) || 0 !== strpos( $top . '/', $root . '/' ) ) {
			return new \WP_Error( 'cordon_sensor_folder', 'No such folder below the site.', array( 'status' => 422 ) );
		}
		$paths = self::paths( $top, $root );
		ksort( $paths, SORT_STRING );
		$end   = microtime( true ) + self::SECONDS;
		$files = array();
		foreach ( $paths as $key => $path ) {
			if ( '' !== $after && strcmp( (string) $key, $after . "\t" ) <= 0 ) {
				continue;
			}
			if ( null !== $listed && ! $listed( $path ) ) {
				continue;
			}
			if ( count( $files ) === $most || ( $files && microtime( true ) > $end ) ) {
				return array(
					'files' => $files,
					'next'  => $files[ count( $files ) - 1 ]['path'],
				);
			}
			$files[] = self::file( $root, $path, substr( (string) $key, 0, -1 ) );
		}
		return array(
			'files' => $files,
			'next'  => null,
		);
	}

	/**
	 * By what they are told as, each with a tabulator behind it: that is the order in which Cordon compares.
	 *
	 * @return array<string,string>
	 */
	private static function paths( string $top, string $root ): array {
		$found = array();
		$all   = new \RecursiveIteratorIterator(
			new \RecursiveDirectoryIterator( $top, \FilesystemIterator::SKIP_DOTS ),
			\RecursiveIteratorIterator::LEAVES_ONLY,
			\RecursiveIteratorIterator::CATCH_GET_CHILD
		);
		foreach ( $all as $file ) {
			$path = substr( $file->getPathname(), strlen( $root ) + 1 );
			$found[ self::told( $path ) . "\t" ] = $path;
		}
		return $found;
	}

	/** JSON holds UTF-8 alone; bytes of a name that are none are written as \xNN. */
	private static function told( string $path ): string {
		if ( preg_match( '//u', $path ) ) {
			return $path;
		}
		return (string) preg_replace_callback(
			'/[\x80-\xff]/',
			static function ( array $byte ): string {
				return sprintf( '\\x%02x', ord( $byte[0] ) );
			},
			$path
		);
	}

	/** @return array<string,mixed> */
	private static function file( string $root, string $path, string $told ): array {
		$whole = $root . '/' . $path;
		$known = array( 'path' => $told );
		if ( is_link( $whole ) ) {
			return $known + array( 'link' => self::told( (string) readlink( $whole ) ) );
		}
		$size   = (int) @filesize( $whole );
		$digest = is_readable( $whole ) && $size <= self::LARGEST ? hash_file( 'sha256', $whole ) : false;
		return $known + array(
			'size'     => $size,
			'modified' => gmdate( 'Y-m-d\TH:i:s\Z', (int) @filemtime( $whole ) ),
			'sha256'   => false === $digest ? null : $digest,
		);
	}
}
