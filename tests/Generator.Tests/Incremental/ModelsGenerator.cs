using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using TopHalf.Declarations;

namespace TopHalf.Generator.Tests.Incremental;

/// <summary>
/// The first stage of our pipeline, and nothing else: gives the models. (The tracked steps of a generator driver would give them
/// too, but Roslyn 4.14 and 5.12 lose items while they track, once a file with attributes is removed.)
/// </summary>
internal sealed class ModelsGenerator : IIncrementalGenerator
{
    public ImmutableArray<DriverModel> Models { get; private set; } = [];

    public void Initialize(IncrementalGeneratorInitializationContext context)
        => context.RegisterSourceOutput(DriverGenerator.FindDrivers(context).Collect(), (_, models) => Models = models);
}
