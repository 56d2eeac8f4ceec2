// hnswlib while its rows change. Its own arguments: METRIC (l2, or cos with vectors of unit length), M, EF_CONSTRUCTION, CAPACITY.
// BASE holds the rows of all times. It has as many places as CAPACITY: a place is marked as deleted, and its next row is added under the same label,
// which mends the links of the place ("replace"). Answers each line of its input with one line:
//   put COUNT (PLACE ROW)...   "done"
//   answer LIST K              K places for every query
#include "peer.hpp"

#include <atomic>
#include <hnswlib/hnswlib.h>
#include <memory>

int main(int, char** arguments) {
    size_t dimensions = std::stoul(arguments[3]), threads = std::stoul(arguments[4]), capacity = std::stoul(arguments[8]);
    Vectors base(arguments[1], dimensions), queries(arguments[2], dimensions);
    std::unique_ptr<hnswlib::SpaceInterface<float>> space;
    if (std::string(arguments[5]) == "cos")
        space = std::make_unique<hnswlib::InnerProductSpace>(dimensions);
    else
        space = std::make_unique<hnswlib::L2Space>(dimensions);
    hnswlib::HierarchicalNSW<float> graph(space.get(), capacity, std::stoul(arguments[6]), std::stoul(arguments[7]));
    std::vector<bool> taken(capacity);

    std::string command;
    while (std::cin >> command) {
        size_t count, list;
        if (command == "put" && std::cin >> count) {
            std::vector<std::pair<size_t, size_t>> rows(count);
            for (auto& [place, row] : rows) std::cin >> place >> row;
            for (auto& [place, row] : rows)
                if (taken[place]) graph.markDelete(place);
            std::atomic<size_t> next{0};
            std::vector<std::thread> workers;
            for (size_t thread = 0; thread < threads; thread++)
                workers.emplace_back([&] {
                    for (size_t i; (i = next++) < count;) graph.addPoint(base.row(rows[i].second), rows[i].first);
                });
            for (auto& worker : workers) worker.join();
            for (auto& [place, row] : rows) taken[place] = true;
            std::cout << "done" << std::endl;
            continue;
        }
        int k;
        std::cin >> list >> k;
        graph.setEf(list);
        for (size_t q = 0; q < queries.count(); q++) {
            std::vector<long> labels(k, -1);
            auto found = graph.searchKnn(queries.row(q), k);
            for (size_t place = found.size(); place-- > 0; found.pop()) labels[place] = long(found.top().second);
            for (long label : labels) std::cout << label << ' ';
        }
        std::cout << std::endl;
    }
}
