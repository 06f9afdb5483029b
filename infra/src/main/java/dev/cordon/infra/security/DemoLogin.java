package dev.cordon.infra.security;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetailsService;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.provisioning.InMemoryUserDetailsManager;

/** Login and team of the demonstration. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
@EnableConfigurationProperties(DemoSettings.class)
class DemoLogin {

    @Bean
    DemoPeople demoPeople(Grants grants, DemoSettings settings) {
        return new DemoPeople(grants, settings);
    }

    @Bean
    PasswordEncoder demoPasswords() {
        return new BCryptPasswordEncoder();
    }

    @Bean
    UserDetailsService demoUsers(DemoPeople people, PasswordEncoder passwords) {
        var hash = passwords.encode(people.password());
        var users = new InMemoryUserDetailsManager();
        for (var person : people.people()) {
            var roles = person.grants().stream().map(grant -> grant.role().id());
            users.createUser(
                    User.withUsername(person.username())
                            .password(hash)
                            .roles(roles.toArray(String[]::new))
                            .build());
        }
        return users;
    }
}
