<?php
/**
 * Plugin Name: Cordon Sensor
 * Description: Tells your own Cordon what happens to logins, users, plugins, settings and payments, and takes signed commands from it.
 * Version: 1.1.0
 * Requires at least: 5.8
 * Requires PHP: 7.4
 * Author: Cordon
 * License: GPL-2.0-or-later
 * License URI: https://www.gnu.org/licenses/gpl-2.0.html
 *
 * @package Cordon\Sensor
 */

namespace Cordon\Sensor;

defined( 'ABSPATH' ) || exit;

const VERSION = '1.1.0';
const FILE    = __FILE__;

foreach ( array(
	'includes/class-settings.php',
	'includes/class-clock.php',
	'includes/class-state.php',
	'includes/class-queue.php',
	'includes/class-address.php',
	'includes/class-event.php',
	'includes/class-signature.php',
	'includes/class-sender.php',
	'includes/class-census.php',
	'includes/class-rhythm.php',
	'includes/class-maintenance.php',
	'includes/class-sessions.php',
	'includes/class-hashes.php',
	'includes/class-listed.php',
	'includes/class-actions.php',
	'includes/class-commands.php',
	'listeners/class-logins.php',
	'listeners/class-accounts.php',
	'listeners/class-extensions.php',
	'listeners/class-file-edits.php',
	'listeners/class-options.php',
	'listeners/class-payments.php',
	'adapters/class-wordfence.php',
	'adapters/class-wp-activity-log.php',
	'adapters/class-solid-security.php',
	'adapters/class-simple-history.php',
	'adapters/class-stream.php',
) as $part ) {
	require_once __DIR__ . '/' . $part;
}

register_activation_hook( __FILE__, array( Rhythm::class, 'activate' ) );
register_deactivation_hook( __FILE__, array( Rhythm::class, 'deactivate' ) );

Rhythm::listen();
Maintenance::listen();
Commands::listen();
Logins::listen();
Accounts::listen();
Extensions::listen();
File_Edits::listen();
Options::listen();
Payments::listen();
Wordfence::listen();
Wp_Activity_Log::listen();
Solid_Security::listen();
Simple_History::listen();
Stream::listen();
