<?php
// What there is in this store. Run by WP-CLI without plugins and themes; reads, and changes nothing.
global $wpdb;
$wpdb->suppress_errors();
require_once ABSPATH . 'wp-admin/includes/plugin.php';
$out = array();
$put = function ( $kind, $work ) use ( &$out ) {
	try {
		$out[ $kind ] = $work();
	} catch ( \Throwable $e ) {
		$out[ $kind ] = null;
	}
};
// A table that cannot be read is not an empty one.
$rows_of = function ( $query ) use ( $wpdb ) {
	$rows = $wpdb->get_results( $query );
	if ( '' !== (string) $wpdb->last_error ) {
		throw new \RuntimeException( 'the database did not answer' );
	}
	return $rows;
};
$digest = function ( $value ) {
	return substr( hash( 'sha256', is_string( $value ) ? $value : serialize( $value ) ), 0, 16 );
};
$newer = function ( $transient, $id ) {
	$known = get_site_transient( $transient );
	$found = is_object( $known ) && isset( $known->response[ $id ] ) ? (array) $known->response[ $id ] : array();
	return isset( $found['new_version'] ) ? (string) $found['new_version'] : '';
};
$put(
	'core',
	function () use ( $wpdb ) {
		return array(
			'wordpress' => $GLOBALS['wp_version'],
			'php'       => PHP_VERSION,
			'database'  => $wpdb->db_server_info(),
		);
	}
);
$put(
	'plugins',
	function () use ( $newer ) {
		$all = array();
		foreach ( get_plugins() as $file => $plugin ) {
			$all[] = array(
				'id'      => $file,
				'name'    => $plugin['Name'],
				'version' => $plugin['Version'],
				'state'   => is_plugin_active( $file ) ? 'active' : 'inactive',
				'update'  => $newer( 'update_plugins', $file ),
			);
		}
		return $all;
	}
);
$bare = function ( $found ) {
	$all = array();
	foreach ( $found as $file => $plugin ) {
		$all[] = array(
			'id'      => $file,
			'name'    => empty( $plugin['Name'] ) ? $file : $plugin['Name'],
			'version' => $plugin['Version'],
		);
	}
	return $all;
};
$put(
	'must_use',
	function () use ( $bare ) {
		return $bare( get_mu_plugins() );
	}
);
$put(
	'drop_ins',
	function () use ( $bare ) {
		return $bare( get_dropins() );
	}
);
$put(
	'themes',
	function () use ( $newer ) {
		$all    = array();
		$active = array( get_option( 'stylesheet' ), get_option( 'template' ) );
		foreach ( wp_get_themes() as $id => $theme ) {
			$all[] = array(
				'id'      => (string) $id,
				'name'    => (string) $theme->get( 'Name' ),
				'version' => (string) $theme->get( 'Version' ),
				'state'   => in_array( (string) $id, $active, true ) ? 'active' : 'inactive',
				'update'  => $newer( 'update_themes', $id ),
			);
		}
		return $all;
	}
);
// Asked of the table itself: a plugin can hide accounts from every list that WordPress makes.
$put(
	'users',
	function () use ( $wpdb, $rows_of ) {
		$all  = array();
		$rows = $rows_of(
			$wpdb->prepare(
				"SELECT user_id FROM {$wpdb->usermeta} WHERE meta_key = %s AND meta_value NOT IN (%s, %s, %s)",
				$wpdb->prefix . 'capabilities',
				'a:1:{s:8:"customer";b:1;}',
				'a:1:{s:10:"subscriber";b:1;}',
				'a:0:{}'
			)
		);
		foreach ( $rows as $row ) {
			$user = get_userdata( (int) $row->user_id );
			if ( ! $user ) {
				continue;
			}
			$all[] = array(
				'id'           => (int) $user->ID,
				'login'        => $user->user_login,
				'mail'         => $user->user_email,
				'registered'   => $user->user_registered,
				'roles'        => array_values( $user->roles ),
				'capabilities' => array_keys( array_filter( $user->allcaps ) ),
			);
		}
		return $all;
	}
);
$put(
	'keys',
	function () use ( $wpdb, $rows_of ) {
		return $rows_of(
			"SELECT key_id AS id, user_id AS owner, description AS name, permissions, truncated_key AS ending, last_access AS used FROM {$wpdb->prefix}woocommerce_api_keys"
		);
	}
);
$put(
	'passwords',
	function () use ( $wpdb, $rows_of ) {
		$all  = array();
		$rows = $rows_of( "SELECT user_id, meta_value FROM {$wpdb->usermeta} WHERE meta_key = '_application_passwords'" );
		foreach ( $rows as $row ) {
			$kept = maybe_unserialize( $row->meta_value );
			foreach ( is_array( $kept ) ? $kept : array() as $one ) {
				$all[] = array(
					'id'      => $one['uuid'],
					'owner'   => (int) $row->user_id,
					'name'    => $one['name'],
					'created' => (int) $one['created'],
					'used'    => (int) $one['last_used'],
					'address' => (string) $one['last_ip'],
				);
			}
		}
		return $all;
	}
);
$put(
	'webhooks',
	function () use ( $wpdb, $digest, $rows_of ) {
		$all  = array();
		$rows = $rows_of(
			"SELECT webhook_id AS id, name, status, topic, delivery_url, secret, date_created_gmt AS created FROM {$wpdb->prefix}wc_webhooks"
		);
		foreach ( $rows as $row ) {
			$row->secret = $digest( $row->secret );
			$all[]       = $row;
		}
		return $all;
	}
);
$put(
	'cron',
	function () {
		$all = array();
		foreach ( (array) get_option( 'cron' ) as $events ) {
			foreach ( is_array( $events ) ? $events : array() as $hook => $runs ) {
				foreach ( (array) $runs as $run ) {
					$all[ $hook ][] = empty( $run['schedule'] ) ? 'once' : $run['schedule'];
				}
			}
		}
		return (object) $all;
	}
);
$put(
	'options',
	function () use ( $wpdb, $digest ) {
		$shown = array( 'siteurl', 'home', 'users_can_register', 'default_role', 'blog_public', 'template', 'stylesheet' );
		$shown = array_merge( $shown, array( 'woocommerce_enable_guest_checkout', 'woocommerce_enable_myaccount_registration' ) );
		$all   = array();
		foreach ( $shown as $name ) {
			$all[] = array(
				'id'    => $name,
				'value' => (string) get_option( $name, '' ),
			);
		}
		$secret = array( 'admin_email', 'woocommerce_email_from_address', 'woocommerce_bacs_accounts', $wpdb->prefix . 'user_roles' );
		foreach ( $secret as $name ) {
			$all[] = array(
				'id'     => str_replace( $wpdb->prefix . 'user_roles', 'user_roles', $name ),
				'digest' => $digest( get_option( $name, '' ) ),
			);
		}
		foreach ( array( 'DISALLOW_FILE_EDIT', 'DISALLOW_FILE_MODS', 'WP_DEBUG', 'WP_DEBUG_DISPLAY' ) as $name ) {
			$all[] = array(
				'id'    => $name,
				'value' => defined( $name ) ? ( constant( $name ) ? 'yes' : 'no' ) : '',
			);
		}
		return $all;
	}
);
echo "\n" . json_encode( array( 'cordon_inventory' => $out ), JSON_INVALID_UTF8_SUBSTITUTE | JSON_PARTIAL_OUTPUT_ON_ERROR ) . "\n";
