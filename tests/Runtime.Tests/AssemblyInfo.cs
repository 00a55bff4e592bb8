// Tests here count the process's open files and threads, so they run one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
