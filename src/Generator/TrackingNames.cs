namespace TopHalf.Generator;

/// <summary>The names of the pipeline's steps, by which tests see what an edit made run.</summary>
public static class TrackingNames
{
    public const string Drivers = nameof(Drivers);
    public const string Facts = nameof(Facts);
    public const string Outputs = nameof(Outputs);
}
