// The few functions of WordPress that the inventory calls, and a store with an intruder in it.
define( 'ABSPATH', getcwd() . '/' );
define( 'DISALLOW_FILE_EDIT', true );
$GLOBALS['wp_version'] = '7.1';
$GLOBALS['options']    = array(
	'siteurl'            => 'https://shop.example',
	'users_can_register' => '1',
	'default_role'       => 'administrator',
	'admin_email'        => 'owner@shop.example',
	'stylesheet'         => 'twentytwentyfive',
	'cron'               => array(
		1795800000 => array( 'wp_version_check' => array( 'a' => array( 'schedule' => 'twicedaily' ) ) ),
		1795800060 => array( 'evil_beacon' => array( 'b' => array( 'schedule' => false ) ) ),
		'version'  => 2,
	),
);
function get_option( $name, $otherwise = false ) {
	return array_key_exists( $name, $GLOBALS['options'] ) ? $GLOBALS['options'][ $name ] : $otherwise;
}
function get_site_transient( $name ) {
	return 'update_plugins' === $name ? (object) array( 'response' => array( 'akismet/akismet.php' => (object) array( 'new_version' => '5.8' ) ) ) : false;
}
function get_plugins() {
	return array( 'akismet/akismet.php' => array( 'Name' => 'Akismet', 'Version' => '5.7.2' ) );
}
function is_plugin_active( $file ) {
	return 'akismet/akismet.php' === $file;
}
function get_mu_plugins() {
	return array( 'lab.php' => array( 'Name' => '', 'Version' => '' ) );
}
function get_dropins() {
	return array();
}
function wp_get_themes() {
	throw new Exception( 'a theme that breaks' );
}
function maybe_unserialize( $text ) {
	return unserialize( $text );
}
function get_userdata( $id ) {
	$can = array(
		7 => array( 'roles' => array( 'administrator' ), 'allcaps' => array( 'manage_options' => true, 'edit_users' => true ) ),
		8 => array( 'roles' => array( 'wholesale' ), 'allcaps' => array( 'read' => true ) ),
		9 => array( 'roles' => array( 'helper' ), 'allcaps' => array( 'edit_users' => true, 'manage_options' => false ) ),
	);
	return (object) array_merge(
		array( 'ID' => $id, 'user_login' => 'login' . $id, 'user_email' => 'mail' . $id . '@shop.example', 'user_registered' => '2026-11-23 07:45:25' ),
		$can[ $id ]
	);
}
class WPDB_Stand_In {
	public $prefix = 'wp_';
	public $usermeta = 'wp_usermeta';
	public function suppress_errors() {}
	public function db_server_info() {
		return '10.11.19-MariaDB';
	}
	public function prepare( $sql ) {
		return $sql;
	}
	public function get_results( $sql ) {
		if ( strpos( $sql, 'api_keys' ) ) {
			return array( (object) array( 'id' => '5', 'owner' => '304', 'name' => 'erp', 'permissions' => 'read_write', 'ending' => 'cc28bf3', 'used' => null ) );
		}
		if ( strpos( $sql, '_application_passwords' ) ) {
			$kept = array( array( 'uuid' => '8cea', 'name' => 'deploy', 'password' => '$secret$', 'created' => 1795419928, 'last_used' => null, 'last_ip' => null ) );
			return array( (object) array( 'user_id' => '7', 'meta_value' => serialize( $kept ) ) );
		}
		if ( strpos( $sql, 'wc_webhooks' ) ) {
			return array( (object) array( 'id' => '1', 'name' => 'orders', 'status' => 'active', 'topic' => 'order.updated', 'delivery_url' => 'https://hook.example/in?token=$secret$', 'secret' => '$secret$', 'created' => '2026-11-23 07:48:43' ) );
		}
		return array( (object) array( 'user_id' => '7' ), (object) array( 'user_id' => '8' ), (object) array( 'user_id' => '9' ) );
	}
}
$GLOBALS['wpdb'] = new WPDB_Stand_In();
class Shop_Stand_In {
	public function payment_gateways() {
		return new Gateways_Stand_In();
	}
}
class Gateways_Stand_In {
	public function payment_gateways() {
		return array( (object) array( 'id' => 'bacs', 'method_title' => 'Bank transfer', 'enabled' => 'yes', 'settings' => array( 'iban' => '$secret$' ) ) );
	}
}
function WC() {
	return new Shop_Stand_In();
}
