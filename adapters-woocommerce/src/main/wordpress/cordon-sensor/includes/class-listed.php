<?php
/**
 * Which files an inventory lists.
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

/**
 * The same files that Cordon lists over SSH. Caches, logs and what updates leave behind change all the time; among
 * uploads only what the web server may run or obey matters.
 */
final class Listed {

	const LARGEST = 1073741824;
	const APART   = '#^wp-content/(cache|upgrade|upgrade-temp-backup)/#';
	const LOGS    = '#(\.log|(^|/)(error_log|php_errorlog))$#';
	const NOTES   = '#^wp-content/wflogs/(.*/)?(config[^/]*\.php|attack-data\.php|ips\.php|rules\.php|template\.php|[^/]*\.mmdb)$#';
	const RUNS    = '#(\.php[^/]*|\.phtml|\.phar|\.inc|\.cgi|\.pl|\.py|\.sh)$#i';
	const OBEYED  = '#(^|/)(\.htaccess|\.user\.ini)$#';
	const UPLOADS = 'wp-content/uploads/';

	/** @param string $path from the site's root */
	public static function is( string $path ): bool {
		if ( preg_match( self::APART, $path ) || preg_match( self::LOGS, $path ) || preg_match( self::NOTES, $path )
			|| (int) @filesize( ABSPATH . $path ) >= self::LARGEST ) {
			return false;
		}
		if ( 0 === strpos( $path, self::UPLOADS ) ) {
			return preg_match( self::RUNS, $path ) || preg_match( self::OBEYED, $path );
		}
		return ! preg_match( '#(^|/)\.git(/|$)#', $path );
	}
}
