using TopHalf.CompilerServices;
using TopHalf.CompilerTesting.Fire;

namespace TopHalf.Generator.Tests.Properties.Interleavings;

/// <summary>
/// Raises at every place between two steps of a dispatch, in all combinations: nothing is lost, and nothing is handled twice. With the
/// generated C#, and with the native top half, which is entered at every place where its thread could run.
/// </summary>
public sealed class InterleavingTests
{
    private static readonly Lazy<BatchDriver[]> Right = new(static () => DriverBatch.Compile([.. Shapes.Right.Select(static s => s.Driver)]));
    private static readonly Lazy<BatchDriver[]> Wrong = new(static () => DriverBatch.Compile([.. Shapes.Wrong.Select(static s => s.Shape.Driver)]));

    public static TheoryData<int> RightShapes => [.. Enumerable.Range(0, Shapes.Right.Length)];

    public static TheoryData<int> WrongShapes => [.. Enumerable.Range(0, Shapes.Wrong.Length)];

    [Theory]
    [MemberData(nameof(RightShapes))]
    public void Nothing_is_lost_or_handled_twice(int shape)
    {
        foreach (bool isNative in new[] { false, true })
        {
            // With who goes on of two threads there are ten times as many ways, and each takes some system calls.
            Shape right = Shapes.Right[shape];
            int raises = (isNative ? 4 - right.Sources : 4) + Barrage.Times - 1;
            (string? fault, int runs) = Explore(right, Right.Value[shape], raises, isNative);
            Assert.True(fault is null, $"{right}, {(isNative ? "native top half" : "generated code")}, run {runs}: {fault}\n{right.Driver}");
            Assert.InRange(runs, isNative ? 79 : 117, int.MaxValue);
        }
    }

    // The test of the test.
    [Theory]
    [MemberData(nameof(WrongShapes))]
    public void What_is_wrong_is_found(int shape)
    {
        foreach (bool isNative in new[] { false, true })
        {
            (Shape wrong, string expected) = Shapes.Wrong[shape];
            (string? fault, _) = Explore(wrong, Wrong.Value[shape], raises: 2, isNative);
            Assert.True(fault is not null, $"{wrong}, {(isNative ? "native top half" : "generated code")}: nothing was found\n{wrong.Driver}");
            Assert.Contains(expected, fault.Split('\n')[0], StringComparison.Ordinal);
        }
    }

    private static (string? Fault, int Runs) Explore(Shape shape, BatchDriver driver, int raises, bool isNative)
    {
        var choices = new Choices();
        while (choices.Next())
        {
            var world = new World(shape, choices, raises);
            using ModelCard card = world.Card;
            SourceControl.Enable(driver.Bound, card);
            InterruptDispatcher dispatcher = driver.NewDispatcher();
            dispatcher.Attach(card, driver.Bound);
            using InterruptReceiver receiver = isNative ? new NativeReceiver(world, driver.Bound) : new ManagedReceiver(world, driver.Bound);
            DriverBatch.Listen(world.Handle);
            world.Begin();
            dispatcher.Run(receiver);
            DriverBatch.Listen(null);
            if (world.Fault() is { } fault)
            {
                return (fault, choices.Runs);
            }
        }

        return (null, choices.Runs);
    }
}
