/// What waves cost the services of each contestant, from a cold start and warm. Start reading at [ServicesBench].
@NullMarked
package dev.orderwave.benchmarks.services;

import org.jspecify.annotations.NullMarked;
