namespace TopHalf.Runtime.Tests.UserInterrupts;

/// <summary>Which user vector stands for which vector: as declared, and the highest free ones for the rest.</summary>
public sealed class UserVectorTests
{
    [Fact]
    public void The_lowest_vector_is_the_most_urgent()
    {
        var vectors = new UserVectors([4, 7, 9], static _ => -1);
        Assert.Equal((63, 62, 61), (vectors[0], vectors[1], vectors[2]));
        Assert.Equal((0, 1, 2, -1), (vectors.SlotOf(63), vectors.SlotOf(62), vectors.SlotOf(61), vectors.SlotOf(60)));
    }

    [Fact]
    public void What_is_declared_is_kept_and_the_others_go_around_it()
    {
        var vectors = new UserVectors([0, 1, 2, 3], static vector => vector switch { 1 => 63, 3 => 0, _ => -1 });
        Assert.Equal((62, 63, 61, 0), (vectors[0], vectors[1], vectors[2], vectors[3]));
    }

    [Fact]
    public void Sixty_four_of_them_take_all()
    {
        var vectors = new UserVectors([.. Enumerable.Range(0, 64)], static vector => vector == 63 ? 63 : -1);
        Assert.Equal(Enumerable.Range(0, 64), Enumerable.Range(0, 64).Select(slot => vectors[slot]).Order());
    }

    [Fact]
    public void The_vectors_of_a_range_fall_in_urgency_as_all_do()
    {
        var manifest = new DriverManifest(
            "Tests.Driver", 0, 0, [new HandlerManifest("OnIt", [new VectorRange(4, 3, UserVector: 40), new VectorRange(1)], [Step.Handle("OnIt")])], []);
        UserVectors vectors = UserVectors.Of(new BindingPlan("", [1, 4, 5, 6], new InterruptThreadOptions()), manifest);
        Assert.Equal((63, 40, 39, 38), (vectors[0], vectors[1], vectors[2], vectors[3]));
    }
}
