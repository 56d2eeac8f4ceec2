// faiss' HNSW over 8-bit scalar-quantised vectors. Its own arguments: METRIC (vectors of unit length for cos, so that L2 orders alike), M, EF_CONSTRUCTION.
#include "peer.hpp"

#include <faiss/IndexHNSW.h>
#include <faiss/index_io.h>
#include <omp.h>

struct Engine {
    faiss::IndexHNSWSQ index;

    void set_list(size_t list) { index.hnsw.efSearch = int(list); }

    // One query is one thread's work: the loop outside has the threads.
    void search(const float* query, int k, long* labels) {
        static thread_local std::vector<float> distances(1000);
        omp_set_num_threads(1);
        index.search(1, query, k, distances.data(), labels);
    }
};

int main(int, char** arguments) {
    size_t dimensions = std::stoul(arguments[3]);
    Vectors base(arguments[1], dimensions), queries(arguments[2], dimensions);
    omp_set_num_threads(std::stoi(arguments[4]));

    auto start = Clock::now();
    Engine engine{faiss::IndexHNSWSQ(int(dimensions), faiss::ScalarQuantizer::QT_8bit, std::stoi(arguments[6]))};
    engine.index.hnsw.efConstruction = std::stoi(arguments[7]);
    engine.index.train(base.count(), base.row(0));
    engine.index.add(base.count(), base.row(0));
    double seconds = seconds_since(start);

    std::string file = std::string(arguments[1]) + ".faiss";
    faiss::write_index(&engine.index, file.c_str());
    size_t bytes = file_size(file);
    std::remove(file.c_str());
    base.values = {};
    std::cout << "built " << seconds << ' ' << bytes << ' ' << bytes << std::endl;
    serve(engine, queries);
}
