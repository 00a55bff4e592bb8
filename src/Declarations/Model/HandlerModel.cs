namespace TopHalf.Declarations;

/// <summary>The handler of some vectors, or the handlers that share them, and what is done around.</summary>
/// <param name="Methods">The methods, in the order in which they are called; one, unless they share the vectors by status bits.</param>
/// <param name="Vectors">Their vectors, by first vector.</param>
/// <param name="Program">The steps in the order of execution, those of the handlers included.</param>
/// <param name="Start">What unmasks the sources at the start; empty where the program has all of it.</param>
public sealed record HandlerModel(
    EquatableArray<HandlerMethodModel> Methods,
    EquatableArray<VectorRangeModel> Vectors,
    EquatableArray<StepModel> Program,
    EquatableArray<StepModel> Start)
{
    /// <summary>The names of the methods, for people.</summary>
    public string Name => string.Join(", ", Methods.Select(static m => m.Name));

    /// <summary>
    /// The program is more than a test, writes and one handler: blocks, further looks, or a line. The runtime's
    /// <c>StepProgram.IsStructured</c> is the same.
    /// </summary>
    public bool IsStructured => Program.Any(static s => s.HasBlock || s.Operation is StepOperation.Again or StepOperation.Unmask);

    /// <summary>A method by its name.</summary>
    public HandlerMethodModel Method(string name) => Methods.First(m => m.Name == name);
}
