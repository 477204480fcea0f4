package dev.orderwave.local;

/// The ports of one service and its daprd.
///
/// @param app where daprd posts events
/// @param management the service's health and metrics
/// @param daprHttp,daprGrpc where daprd answers the service
public record AppPorts(int app, int management, int daprHttp, int daprGrpc) {}
