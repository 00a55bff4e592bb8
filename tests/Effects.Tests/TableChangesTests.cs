namespace TopHalf.Effects.Tests;

public sealed class TableChangesTests
{
    [Fact]
    public void What_differs_is_told_by_member()
        => Assert.Equal(
            """
            + T:A.Grow; growth; A.Resize → new int[]
            - T:A.Grow; none
            + T:B.New; none
            - T:C.Old; string; new string
            """,
            TableChanges.Between(
                "# 1\nT:A\nnone Grow Same\nT:C\nOld; string; new string\n",
                "# 2\nT:A\nnone Same\nGrow; growth; A.Resize → new int[]\nT:B\nnone New\n").ToString());

    [Fact]
    public void The_same_table_has_no_changes()
        => Assert.Empty(TableChanges.Between(Resources.Read("ComputedEffects.txt"), Resources.Read("ComputedEffects.txt")).Lines);
}
