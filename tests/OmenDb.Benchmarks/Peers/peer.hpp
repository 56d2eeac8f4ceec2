// What every native engine shares: its vectors, the loop that is timed, and the talk with the benchmark.
//
// Started as: peer BASE QUERIES DIMENSIONS THREADS [engine's own arguments]; both files are rows of floats without a header.
// Says "built SECONDS RESIDENT_BYTES DISK_BYTES", then answers each line of its input with one line:
//   answer LIST K                  K labels of every query
//   time LIST K THREADS SECONDS    queries a second, and the median and 99th percentile of one query in microseconds
#pragma once

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iostream>
#include <stdexcept>
#include <string>
#include <thread>
#include <vector>

using Clock = std::chrono::steady_clock;

inline double seconds_since(Clock::time_point start) {
    return std::chrono::duration<double>(Clock::now() - start).count();
}

struct Vectors {
    std::vector<float> values;
    size_t dimensions;

    Vectors(const char* path, size_t dimensions) : dimensions(dimensions) {
        std::ifstream file(path, std::ios::binary | std::ios::ate);
        if (!file) throw std::runtime_error(std::string("cannot read ") + path);
        values.resize(size_t(file.tellg()) / sizeof(float));
        file.seekg(0).read(reinterpret_cast<char*>(values.data()), values.size() * sizeof(float));
    }

    size_t count() const { return values.size() / dimensions; }
    const float* row(size_t number) const { return values.data() + number * dimensions; }
};

// Engine: set_list(list), and search(query, k, labels), which any number of threads may call.
template <typename Engine>
void time_queries(Engine& engine, const Vectors& queries, int k, size_t threads, double duration) {
    std::vector<std::vector<float>> times(threads);
    auto start = Clock::now();
    auto run = [&](size_t thread) {
        std::vector<long> labels(k);
        times[thread].reserve(1 << 17);
        auto before = Clock::now();
        for (size_t q = thread * queries.count() / threads; std::chrono::duration<double>(before - start).count() < duration; q = (q + 1) % queries.count()) {
            engine.search(queries.row(q), k, labels.data());
            auto after = Clock::now();
            times[thread].push_back(std::chrono::duration<float, std::micro>(after - before).count());
            before = after;
        }
    };
    std::vector<std::thread> workers;
    for (size_t thread = 1; thread < threads; thread++) workers.emplace_back(run, thread);
    run(0);
    for (auto& worker : workers) worker.join();
    double elapsed = seconds_since(start);

    std::vector<float> all;
    for (auto& part : times) all.insert(all.end(), part.begin(), part.end());
    std::sort(all.begin(), all.end());
    std::cout << all.size() / elapsed << ' ' << all[all.size() / 2] << ' ' << all[all.size() * 99 / 100] << std::endl;
}

template <typename Engine>
void serve(Engine& engine, const Vectors& queries) {
    std::string command;
    size_t list, threads;
    int k;
    double duration;
    while (std::cin >> command >> list >> k) {
        engine.set_list(list);
        if (command == "time" && std::cin >> threads >> duration) {
            time_queries(engine, queries, k, threads, duration);
            continue;
        }
        std::vector<long> labels(k);
        for (size_t q = 0; q < queries.count(); q++) {
            std::fill(labels.begin(), labels.end(), -1);
            engine.search(queries.row(q), k, labels.data());
            for (long label : labels) std::cout << label << ' ';
        }
        std::cout << std::endl;
    }
}

inline size_t file_size(const std::string& path) {
    return size_t(std::ifstream(path, std::ios::binary | std::ios::ate).tellg());
}
