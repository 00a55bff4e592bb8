// Processes and receive threads are waited for here, on machines of two cores.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
