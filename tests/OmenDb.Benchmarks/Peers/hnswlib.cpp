// hnswlib on floats. Its own arguments: METRIC (l2, or cos with vectors of unit length), M, EF_CONSTRUCTION.
#include "peer.hpp"

#include <atomic>
#include <hnswlib/hnswlib.h>
#include <memory>

struct Engine {
    std::unique_ptr<hnswlib::SpaceInterface<float>> space;
    std::unique_ptr<hnswlib::HierarchicalNSW<float>> graph;

    void set_list(size_t list) { graph->setEf(list); }

    void search(const float* query, int k, long* labels) {
        auto found = graph->searchKnn(query, k);
        for (size_t place = found.size(); place-- > 0; found.pop()) labels[place] = long(found.top().second);
    }
};

int main(int, char** arguments) {
    size_t dimensions = std::stoul(arguments[3]), threads = std::stoul(arguments[4]);
    bool cosine = std::string(arguments[5]) == "cos";
    Vectors base(arguments[1], dimensions), queries(arguments[2], dimensions);

    auto start = Clock::now();
    Engine engine;
    if (cosine)
        engine.space = std::make_unique<hnswlib::InnerProductSpace>(dimensions);
    else
        engine.space = std::make_unique<hnswlib::L2Space>(dimensions);
    engine.graph = std::make_unique<hnswlib::HierarchicalNSW<float>>(engine.space.get(), base.count(), std::stoul(arguments[6]), std::stoul(arguments[7]));
    engine.graph->addPoint(base.row(0), 0);
    std::atomic<size_t> next{1};
    std::vector<std::thread> workers;
    for (size_t thread = 0; thread < threads; thread++)
        workers.emplace_back([&] {
            for (size_t row; (row = next++) < base.count();) engine.graph->addPoint(base.row(row), row);
        });
    for (auto& worker : workers) worker.join();
    double seconds = seconds_since(start);

    // What it saves is what it keeps for searching: vectors, labels and links. Its locks and its table of labels come on top and are not counted.
    std::string file = std::string(arguments[1]) + ".hnswlib";
    engine.graph->saveIndex(file);
    size_t bytes = file_size(file);
    std::remove(file.c_str());
    base.values = {};
    std::cout << "built " << seconds << ' ' << bytes << ' ' << bytes << std::endl;
    serve(engine, queries);
}
