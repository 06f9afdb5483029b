package dev.cordon.architecture.probe.application.store;

import java.net.http.HttpClient;

public record AskStoreByHttp(HttpClient http) {}
